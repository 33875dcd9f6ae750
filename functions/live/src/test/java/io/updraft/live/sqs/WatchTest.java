package io.updraft.live.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.live.domain.Samples;
import io.updraft.testing.MutableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final MutableClock clock = MutableClock.at(Samples.NOW);
  private final List<String> asked = new ArrayList<>();
  private boolean watched;
  private final Watch watch =
      new Watch(
          (organization, _) -> {
            asked.add(organization);
            return watched;
          },
          clock);

  @Test
  void asksOncePerOrganizationInSomeSeconds() {
    for (int i = 0; i < 100; i++) {
      assertThat(watch.on("acme")).isFalse();
      assertThat(watch.on("other")).isFalse();
    }
    assertThat(asked).containsExactly("acme", "other");

    watched = true;
    clock.advance(Watch.KEPT);
    assertThat(watch.on("acme")).isTrue();
    assertThat(asked).containsExactly("acme", "other", "acme");
  }
}
