package io.updraft.telemetry.otlp;

import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.updraft.http.Json;
import io.updraft.telemetry.published.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buckets of a histogram as one object, for those who want more than its sum and bounds. */
final class Buckets {
  private Buckets() {}

  /** Empty where the histogram has none. */
  static Optional<Part> of(HistogramDataPoint point) {
    return point.getBucketCountsCount() == 0
        ? Optional.empty()
        : Optional.of(new Part(".buckets", false, object(point)));
  }

  private static Optional<Value> object(HistogramDataPoint point) {
    return Optional.of(point.getExplicitBoundsList())
        .filter(bounds -> bounds.stream().allMatch(Double::isFinite))
        .map(bounds -> new Value.Json(json(bounds, point.getBucketCountsList())));
  }

  private static String json(List<Double> bounds, List<Long> unsignedCounts) {
    Map<String, Object> buckets = new LinkedHashMap<>();
    buckets.put("bounds", bounds);
    buckets.put(
        "counts",
        unsignedCounts.stream().map(Long::toUnsignedString).map(BigInteger::new).toList());
    return new String(Json.write(buckets), StandardCharsets.UTF_8);
  }
}
