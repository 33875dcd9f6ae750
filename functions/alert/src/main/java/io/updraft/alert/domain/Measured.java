package io.updraft.alert.domain;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.List;

/**
 * Points of one metric of one device, with the range of their numbers, which tells at once that
 * most rules are not broken.
 *
 * @param points ascending by time
 * @param least of the numbers; positive infinity where there is none
 * @param most of the numbers; negative infinity where there is none
 */
record Measured(List<DataPoint> points, double least, double most) {
  static Measured of(List<DataPoint> points) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (DataPoint point : points) {
      if (point.value() instanceof Value.Numeric number) {
        least = Math.min(least, number.asDouble());
        most = Math.max(most, number.asDouble());
      }
    }
    return new Measured(points, least, most);
  }
}
