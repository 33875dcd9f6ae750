package io.updraft.telemetry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.dynamodb.RecentDefinitions.Moment;
import io.updraft.telemetry.metric.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentDefinitionsTest {
  private static final Moment NOW = new Moment("org", "s1");
  private static final Optional<MetricDefinition> SOME =
      Optional.of(Samples.numeric("temperature").after());

  private final RecentDefinitions recent = new RecentDefinitions(3);

  @Test
  void knowsWhatWasKept() {
    recent.keep(NOW, Map.of("temperature", SOME, "unknown", Optional.empty()));

    assertThat(recent.known(NOW, List.of("temperature", "unknown", "other")))
        .isEqualTo(Map.of("temperature", SOME, "unknown", Optional.empty()));
  }

  @Test
  void knowsNothingUnderAnotherStampOrOrganization() {
    recent.keep(NOW, Map.of("temperature", SOME));

    assertThat(recent.known(new Moment("org", "s2"), List.of("temperature"))).isEmpty();
    assertThat(recent.known(new Moment("other", "s1"), List.of("temperature"))).isEmpty();
  }

  @Test
  void forgetsWhatWasLongestNotAskedFor() {
    for (String name : List.of("a", "b", "c")) {
      recent.keep(NOW, Map.of(name, SOME));
    }
    recent.known(NOW, List.of("a"));
    recent.keep(NOW, Map.of("d", SOME));

    assertThat(recent.known(NOW, List.of("a", "b", "c", "d"))).containsOnlyKeys("a", "c", "d");
  }

  @Test
  void isBoundedByAllOrganizationsTogether() {
    for (int i = 0; i < 20; i++) {
      recent.keep(new Moment("org" + i, "s"), Map.of("a", SOME));
    }

    assertThat(recent.size()).isEqualTo(3);
  }
}
