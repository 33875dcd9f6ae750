package io.updraft.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.telemetry.Counts;
import io.updraft.fleet.telemetry.HeatAlerts;
import io.updraft.fleet.telemetry.Verification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TelemetryVerdictTest {
  private static final Verification.Result WELL = new Verification.Result(1, 10, List.of());

  private static TelemetryVerdict verdict(Counts.Figures figures) {
    return TelemetryVerdict.of(figures, WELL, Optional.empty(), Stream.empty());
  }

  @Test
  void isGoodWhereExactlyTheBadPointsWereRefused() {
    assertThat(verdict(new Counts.Figures(2, 20, 3, 17, 3, 0, 1, 0)).isGood()).isTrue();
  }

  @Test
  void tellsOfWrongNumbers() {
    TelemetryVerdict verdict = verdict(new Counts.Figures(2, 20, 3, 16, 4, 0, 1, 0));

    assertThat(verdict.surprises())
        .containsExactly(
            "3 points were bad, and 4 were refused", "17 points were good, and 16 were accepted");
    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void tellsWhereOtherPointsWereRefusedThoughTheNumbersAreRight() {
    assertThat(verdict(new Counts.Figures(2, 20, 3, 17, 3, 1, 0, 0)).surprises())
        .containsExactly("other points than the bad ones were refused in 1 batches");
  }

  @Test
  void tellsOfRepeatsThatWereAnsweredDifferently() {
    assertThat(verdict(new Counts.Figures(2, 20, 3, 17, 3, 0, 2, 1)).surprises())
        .containsExactly("1 of 2 repeated batches were answered differently");
  }

  @Test
  void tellsOfDifferencesAndOfDevices() {
    Verification.Result differs = new Verification.Result(1, 10, List.of("dev-1: is missing"));

    assertThat(
            TelemetryVerdict.of(
                    new Counts.Figures(0, 0, 0, 0, 0, 0, 0, 0),
                    differs,
                    Optional.of(
                        new HeatAlerts.Result("rule_1", List.of(), 1, 0, List.of("dev-3: hot"))),
                    Stream.of("dev-2 could not join"))
                .surprises())
        .containsExactly("dev-1: is missing", "dev-3: hot", "dev-2 could not join");
  }
}
