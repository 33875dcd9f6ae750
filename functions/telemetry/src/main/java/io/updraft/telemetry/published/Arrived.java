package io.updraft.telemetry.published;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a device sent in one request, as the stream of the arrivals table tells it. */
public interface Arrived {
  String organization();

  String deviceId();

  /** Names the request among those of the device; later ones sort after it. */
  String arrivalId();

  /** When it was taken in. */
  Instant at();

  /** The metrics that it brought points of; empty where what was kept is damaged. */
  Set<String> metrics();

  /**
   * The points of a metric, ascending by time, one per time; decoded by this call. Empty for a
   * metric that is not among them, and for damaged points.
   */
  List<DataPoint> points(String metric);
}
