package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import io.updraft.telemetry.published.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can only be judged with the definitions and the time of arrival. */
final class Judge {
  private final Map<String, MetricDefinition> definitions;
  private final Instant now;
  private final long latest;

  /** Of points of metrics without a definition. */
  private final long earliest;

  Judge(Map<String, MetricDefinition> definitions, Instant now) {
    this.definitions = definitions;
    this.now = now;
    this.latest = Nanos.of(now.plus(PointLimits.MOST_AHEAD));
    this.earliest = Nanos.of(now.minus(MetricDefinition.DEFAULT_RETENTION));
  }

  /** The point as it is kept: marked where its value is outside the bounds; or what is wrong. */
  Offered judged(Offered.Point offered) {
    MetricDefinition definition = definitions.get(offered.metric());
    Offered.Wrong complaint = complaint(definition, offered.point());
    if (complaint != null) {
      return complaint;
    }
    boolean outside = definition != null && outOfRange(definition, offered.point().value());
    return outside ? new Offered.Point(offered.metric(), offered.point().outsideBounds()) : offered;
  }

  private Offered.@Nullable Wrong complaint(
      @Nullable MetricDefinition definition, DataPoint point) {
    if (point.time() > latest) {
      return new Offered.Wrong("timestamp", "must be at most 5 minutes ahead");
    }
    if (point.time() < earliest(definition)) {
      return new Offered.Wrong(
          "timestamp",
          "must be at most %d days old, the retention of its metric"
              .formatted(retention(definition).toDays()));
    }
    return definition == null ? null : against(definition, point.value());
  }

  private long earliest(@Nullable MetricDefinition definition) {
    return definition == null ? earliest : Nanos.of(now.minus(definition.retention()));
  }

  private static Offered.@Nullable Wrong against(MetricDefinition definition, Value value) {
    if (definition.deleted()) {
      return new Offered.Wrong("metric_name", "has a definition that was deleted: define it again");
    }
    Optional<String> misfit = Fit.misfit(definition.dataType(), value);
    if (misfit.isPresent()) {
      return new Offered.Wrong("value", misfit.get());
    }
    return definition.rejectOutOfRange() && outOfRange(definition, value)
        ? new Offered.Wrong("value", "must be within the bounds of its definition")
        : null;
  }

  /** How long points of the metric are kept. */
  Duration retention(String metric) {
    return retention(definitions.get(metric));
  }

  private static Duration retention(@Nullable MetricDefinition definition) {
    return definition == null ? MetricDefinition.DEFAULT_RETENTION : definition.retention();
  }

  private static boolean outOfRange(MetricDefinition definition, Value value) {
    if (!(value instanceof Value.Numeric number)) {
      return false;
    }
    Double min = definition.minValue();
    Double max = definition.maxValue();
    return (min != null && number.asDouble() < min) || (max != null && number.asDouble() > max);
  }
}
