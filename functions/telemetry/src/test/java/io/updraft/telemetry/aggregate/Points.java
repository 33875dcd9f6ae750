package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Exact;
import io.updraft.telemetry.published.Value.Flag;
import io.updraft.telemetry.published.Value.Text;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Points and what is made of them, in few words. */
final class Points {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;

  private Points() {}

  static DataPoint at(long time, Object value) {
    return new DataPoint(time, value(value), Circumstances.NONE);
  }

  static Value value(Object value) {
    return switch (value) {
      case Value made -> made;
      case Integer whole -> new Whole(whole);
      case Long whole -> new Whole(whole);
      case Double decimal -> new Decimal(decimal);
      case BigDecimal exact -> new Exact(exact);
      case Boolean flag -> new Flag(flag);
      default -> new Text(value.toString());
    };
  }

  /** What an aggregation makes of these values of one interval and device. */
  static Bucket only(Aggregation aggregation, Object... values) {
    Intervals intervals = new Intervals(aggregation, MINUTE);
    intervals.begin("a");
    for (int i = 0; i < values.length; i++) {
      intervals.add(at(i, values[i]));
    }
    List<Bucket> buckets = intervals.result();
    if (buckets.size() != 1) {
      throw new AssertionError("one interval expected: " + buckets);
    }
    return buckets.getFirst();
  }

  /** The value that an aggregation makes of these values. */
  static Value made(Aggregation aggregation, Object... values) {
    return only(aggregation, values).value();
  }

  /** What an aggregation makes of the points of one device. */
  static List<Bucket> of(Aggregation aggregation, DataPoint... points) {
    Intervals intervals = new Intervals(aggregation, MINUTE);
    intervals.begin("a");
    Stream.of(points).forEach(intervals::add);
    return intervals.result();
  }
}
