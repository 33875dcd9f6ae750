package io.updraft.telemetry.delivery;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a format says of one data point, not yet held against the limits.
 *
 * @param time nanoseconds since the epoch
 */
public record Offer(
    String metric, long time, Value value, @Nullable String unit, Map<String, String> tags) {

  /** The point, or what is wrong with it by the limits that hold for all. */
  public Offered judged() {
    return PointLimits.metric(metric).map(this::judged).orElseGet(PointLimits::wrongMetric);
  }

  private Offered judged(String name) {
    return complaint().<Offered>map(wrong -> wrong).orElseGet(() -> point(name));
  }

  private Optional<Offered.Wrong> complaint() {
    return fits()
        ? PointLimits.complaint(unit, tags)
        : Optional.of(
            new Offered.Wrong(
                "value", "must have at most %,d bytes".formatted(PointLimits.MOST_VALUE)));
  }

  private boolean fits() {
    return switch (value) {
      case Value.Text(String text) -> PointLimits.shortEnough(text);
      case Value.Json(String json) -> PointLimits.shortEnough(json);
      case Value.Numeric _, Value.Flag _ -> true;
    };
  }

  private Offered.Point point(String name) {
    Circumstances circumstances =
        new Circumstances(unit, tags, null, Circumstances.BEST_QUALITY, false);
    return new Offered.Point(name, new DataPoint(time, value, circumstances));
  }
}
