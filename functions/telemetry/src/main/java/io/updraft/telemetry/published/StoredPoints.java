package io.updraft.telemetry.published;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what devices have measured, a moment after it came. Times are nanoseconds since the epoch.
 */
public interface StoredPoints {
  /** The latest point of a metric, by its own time. */
  Optional<DataPoint> latest(String organization, String deviceId, String metric);

  /** The first point from one time on until before another. */
  Optional<DataPoint> first(Range range);

  /** The last point of a kind from one time on until before another. */
  Optional<DataPoint> last(Range range, Predicate<DataPoint> kind);

  /**
   * The devices that have sent a metric, by their ids.
   *
   * @param after the id after which to begin, or null
   */
  List<String> holders(String organization, String metric, @Nullable String after, int limit);

  /**
   * Points of one metric of one device.
   *
   * @param from the first time
   * @param to the time after the last
   */
  record Range(String organization, String deviceId, String metric, long from, long to) {}
}
