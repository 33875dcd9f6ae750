package io.updraft.telemetry.domain;

import io.updraft.telemetry.published.DataPoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds data points again. */
public interface PointStore {
  /** The points of one device; what has not been merged yet is read once for all its metrics. */
  DevicePoints device(String organization, String deviceId);

  /**
   * The devices that have sent a metric, by their ids.
   *
   * @param after the id after which to begin, or null
   */
  List<String> holders(String organization, String metric, @Nullable String after, int limit);

  /** The points of one device. Not for several threads. */
  interface DevicePoints {
    /**
     * Gives the points of a metric from one time on until before another, in nanoseconds since the
     * epoch: ascending, of each time the one that arrived last, until the taker has enough.
     */
    void read(String metric, long from, long to, Taker taker);

    /** The device's metrics by their names. */
    List<MetricRange> metrics();

    /** The latest point of a metric, by its own time. */
    Optional<DataPoint> latest(String metric);

    /** What has arrived, counted: all of it, exactly. */
    Figures.OfDevice figures();

    /** What was found damaged so far, and left out. */
    int damagedBlocks();
  }

  /** Takes one point after the other. */
  @FunctionalInterface
  interface Taker {
    /** Whether it wants more. */
    boolean take(DataPoint point);
  }

  /** A metric of a device, with its first and last time in nanoseconds since the epoch. */
  record MetricRange(String metric, long first, long last) {}
}
