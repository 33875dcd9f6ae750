package io.updraft.telemetry.domain;

import io.updraft.telemetry.published.DataPoint;
import java.util.List;

/**
 * Data points of one metric of one device: ascending by time, one per time.
 *
 * @param points at least one
 */
public record Series(String metric, List<DataPoint> points) {
  public Series {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one point");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i - 1).time() >= points.get(i).time()) {
        throw new IllegalArgumentException("the points of a series ascend by time");
      }
    }
  }

  public long first() {
    return points.getFirst().time();
  }

  public long last() {
    return points.getLast().time();
  }
}
