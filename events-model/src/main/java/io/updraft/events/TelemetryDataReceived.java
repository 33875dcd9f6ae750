package io.updraft.events;

import java.time.Instant;

/**
 * A batch of data points of one device was stored.
 *
 * @param metricsCount distinct metric names among the accepted points
 * @param pointsCount accepted points
 */
@PublishedAs("telemetry_service.telemetry.data.received")
public record TelemetryDataReceived(
    String deviceId, int metricsCount, int pointsCount, Instant timestamp) implements Event {
  public TelemetryDataReceived {
    Required.text(deviceId, "device_id");
    Required.count(metricsCount, "metrics_count");
    Required.count(pointsCount, "points_count");
    timestamp = Required.timestamp(timestamp);
  }

  @Override
  public String subject() {
    return deviceId;
  }
}
