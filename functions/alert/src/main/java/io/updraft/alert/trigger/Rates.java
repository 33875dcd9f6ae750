package io.updraft.alert.trigger;

import io.updraft.alert.domain.Breach;
import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.RuleIndex.Broken;
import io.updraft.alert.domain.Watched;
import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.StoredPoints;
import io.updraft.telemetry.published.StoredPoints.Range;
import io.updraft.telemetry.published.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges how fast values change. The number before the first that has arrived is read from what is
 * stored, so that nothing has to be written for the next arrival.
 */
final class Rates {
  private final StoredPoints stored;

  Rates(StoredPoints stored) {
    this.stored = stored;
  }

  Optional<Broken> broken(Watched watched, Condition.RateOfChange condition, Arrived arrived) {
    List<DataPoint> points = arrived.points(watched.rule().terms().metricName());
    if (points.isEmpty()) {
      return Optional.empty();
    }
    List<Breach> breaches = watched.breaches(condition, before(watched, arrived, points), points);
    return breaches.isEmpty()
        ? Optional.empty()
        : Optional.of(new Broken(watched.rule(), breaches));
  }

  private Optional<DataPoint> before(Watched watched, Arrived arrived, List<DataPoint> points) {
    Duration window = watched.rule().terms().evaluationWindow();
    long first = points.getFirst().time();
    Range range =
        new Range(
            arrived.organization(),
            arrived.deviceId(),
            watched.rule().terms().metricName(),
            first - window.toNanos(),
            first);
    return stored.last(range, point -> point.value() instanceof Value.Numeric);
  }
}
