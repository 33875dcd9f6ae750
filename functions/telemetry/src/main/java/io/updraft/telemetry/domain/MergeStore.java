package io.updraft.telemetry.domain;

import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.published.DataPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What merging reads and writes. */
public interface MergeStore {
  /** Devices whose time has come, the longest due first within each part of the index. */
  List<Device> due(Instant now, int limit);

  /** Consistent, and whole up to a time that is long enough past. */
  Backlog backlog(Device device, Instant horizon, Instant now);

  /** The parts of a day of a metric that hold, or would hold, times of a range; ascending. */
  List<Part> parts(Device device, String metric, long from, long to);

  /**
   * Writes the pieces of one part, all or none: refused where the part is not as it was read, or a
   * piece is there already.
   */
  boolean write(Device device, String metric, List<Part> pieces, Instant expiresAt);

  /** Notes what was merged, and when to look again; refused where somebody else was first. */
  boolean close(Backlog merged, Map<String, long[]> ranges, Closing closing);

  /**
   * Neighbouring points of a metric within a day.
   *
   * @param start from which time on points belong here
   * @param version 0 for one that does not exist yet
   * @param upTo the arrival up to which all that belongs here is in it; empty for none
   */
  record Part(long start, List<DataPoint> points, long version, String upTo) {}

  /**
   * How a device is left.
   *
   * @param due when to look again, or null for not until something arrives
   * @param idle whether nothing has arrived since
   * @param hours points by the hour of their arrival, counted from the epoch
   */
  record Closing(Instant now, @Nullable Instant due, boolean idle, Map<Long, Long> hours) {}
}
