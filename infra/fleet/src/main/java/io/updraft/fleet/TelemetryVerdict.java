package io.updraft.fleet;

import io.updraft.fleet.telemetry.Counts;
import io.updraft.fleet.telemetry.HeatAlerts;
import io.updraft.fleet.telemetry.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run of measuring devices shows that was not expected; nothing, if all is well.
 *
 * @param verified what was asked for at the end
 * @param alerts those of the run's own rule; empty where it has none
 */
record TelemetryVerdict(
    Verification.Result verified, Optional<HeatAlerts.Result> alerts, List<String> surprises) {

  static TelemetryVerdict of(
      Counts.Figures figures,
      Verification.Result verified,
      Optional<HeatAlerts.Result> alerts,
      Stream<String> ofDevices) {
    List<String> surprises = new ArrayList<>();
    judge(figures, surprises);
    surprises.addAll(verified.differences());
    alerts.ifPresent(result -> surprises.addAll(result.differences()));
    ofDevices.forEach(surprises::add);
    return new TelemetryVerdict(verified, alerts, List.copyOf(surprises));
  }

  boolean isGood() {
    return surprises.isEmpty();
  }

  private static void judge(Counts.Figures figures, List<String> surprises) {
    if (figures.refused() != figures.bad()) {
      surprises.add(
          "%d points were bad, and %d were refused".formatted(figures.bad(), figures.refused()));
    }
    if (figures.accepted() != figures.points() - figures.bad()) {
      surprises.add(
          "%d points were good, and %d were accepted"
              .formatted(figures.points() - figures.bad(), figures.accepted()));
    }
    if (figures.misjudged() > 0) {
      surprises.add(
          "other points than the bad ones were refused in %d batches"
              .formatted(figures.misjudged()));
    }
    if (figures.answeredDifferently() > 0) {
      surprises.add(
          "%d of %d repeated batches were answered differently"
              .formatted(figures.answeredDifferently(), figures.repeats()));
    }
  }
}
