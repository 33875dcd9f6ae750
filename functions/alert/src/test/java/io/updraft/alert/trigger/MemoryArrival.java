package io.updraft.alert.trigger;

import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.DataPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An arrival in memory. */
public record MemoryArrival(
    String organization,
    String deviceId,
    String arrivalId,
    Instant at,
    Map<String, List<DataPoint>> series)
    implements Arrived {
  @Override
  public Set<String> metrics() {
    return series.keySet();
  }

  @Override
  public List<DataPoint> points(String metric) {
    return series.getOrDefault(metric, List.of());
  }
}
