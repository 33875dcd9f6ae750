package io.updraft.device.sweep;

import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Instant OVER = NOW.plus(Duration.ofHours(2));

  private final InMemoryUpdates updates = new InMemoryUpdates();

  private int sweep(String... due) {
    UpdateIndex index = new OnePart(List.of(due));
    return new Sweep(index, updates, MutableClock.at(OVER)).run();
  }

  @Test
  void failsWhatTookTooLong() {
    Update begun = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(begun);

    assertThat(sweep(begun.id())).isEqualTo(1);

    assertThat(updates.get(begun.id()).course().errorCode()).isEqualTo("TIMEOUT");
    assertThat(updates.events()).containsExactly("update.failed");
  }

  @Test
  void freesTheSlotOfASilentDevice() {
    updates.add(Samples.scheduled());

    sweep(Samples.scheduled().id());

    Update silent = updates.get(Samples.scheduled().id());
    assertThat(silent.status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(silent.occupies()).isFalse();
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void changesNothingWhenItRunsAgain() {
    Update begun = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(begun);

    sweep(begun.id(), begun.id());

    assertThat(updates.events()).containsExactly("update.failed");
  }

  @Test
  void goesOnAfterOneThatCannotBeSwept() {
    Update stuck = Samples.scheduled();
    Update other = Samples.single().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(stuck);
    updates.add(other);
    updates.overtake(8);

    sweep(stuck.id(), other.id());

    assertThat(updates.get(other.id()).status()).isEqualTo(UpdateStatus.FAILED);
  }

  /** All that is due in one of the parts. */
  private record OnePart(List<String> ids) implements UpdateIndex {
    @Override
    public List<UpdateRef> due(int part, Instant now, int limit) {
      return part == 3 ? ids.stream().map(id -> new UpdateRef("acme", id)).toList() : List.of();
    }

    @Override
    public Page unfinishedSingles(String organization, String firmwareId, @Nullable String after) {
      return new Page(List.of(), null);
    }
  }
}
