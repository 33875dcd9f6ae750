package io.updraft.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Exact;
import io.updraft.telemetry.published.Value.Flag;
import io.updraft.telemetry.published.Value.Json;
import io.updraft.telemetry.published.Value.Text;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The aggregations as one would write them down over a list of all points.
 *
 * @param points by device, and of each device by time
 * @param length of the intervals, in nanoseconds
 */
record PlainAggregation(List<Point> points, long length) {
  private static final MathContext MANY_DIGITS = new MathContext(100);

  /**
   * A point of a device.
   *
   * @param number null where the value is none
   */
  record Point(String device, long time, Value value, @Nullable BigDecimal number) {
    static Point of(String device, long time, Value value) {
      return new Point(device, time, value, number(value));
    }

    BigDecimal digits() {
      return requireNonNull(number);
    }

    private static @Nullable BigDecimal number(Value value) {
      return switch (value) {
        case Whole whole -> new BigDecimal(whole.number());
        case Decimal decimal -> new BigDecimal(decimal.number());
        case Exact exact -> exact.number();
        case Flag flag -> flag.flag() ? BigDecimal.ONE : BigDecimal.ZERO;
        case Text _, Json _ -> null;
      };
    }
  }

  NavigableMap<Long, List<Point>> all() {
    return grouped(points);
  }

  NavigableMap<Long, List<Point>> numbers() {
    return grouped(points.stream().filter(point -> point.number() != null).toList());
  }

  /** Each point after another of its device, with what it adds to that one as its number. */
  NavigableMap<Long, List<Point>> increases() {
    List<Point> numbers = points.stream().filter(point -> point.number() != null).toList();
    List<Point> increases = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i++) {
      Point before = numbers.get(i - 1);
      Point now = numbers.get(i);
      if (before.device().equals(now.device())) {
        BigDecimal step = now.digits().subtract(before.digits());
        BigDecimal added = step.signum() >= 0 ? step : now.digits().max(BigDecimal.ZERO);
        increases.add(new Point(now.device(), now.time(), now.value(), added));
      }
    }
    return grouped(increases);
  }

  static Point edge(Aggregation aggregation, List<Point> group) {
    Comparator<Point> byTime = Comparator.comparingLong(Point::time);
    return group.stream()
        .sorted(aggregation == Aggregation.FIRST ? byTime : byTime.reversed())
        .findFirst()
        .orElseThrow();
  }

  static BigDecimal sum(List<Point> group) {
    return group.stream().map(Point::digits).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal average(List<Point> group) {
    return sum(group).divide(BigDecimal.valueOf(group.size()), MANY_DIGITS);
  }

  static BigDecimal rate(List<Point> increases, long length) {
    return sum(increases).movePointRight(9).divide(BigDecimal.valueOf(length), MANY_DIGITS);
  }

  /** Of a share as a decimal fraction. */
  static BigDecimal percentile(List<Point> group, String share) {
    List<BigDecimal> sorted = group.stream().map(Point::digits).sorted().toList();
    BigDecimal place = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
    int below = place.intValue();
    BigDecimal low = sorted.get(below);
    BigDecimal high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return high.subtract(low).multiply(place.subtract(BigDecimal.valueOf(below))).add(low);
  }

  private NavigableMap<Long, List<Point>> grouped(List<Point> chosen) {
    NavigableMap<Long, List<Point>> groups = new TreeMap<>();
    for (Point point : chosen) {
      long start = Math.floorDiv(point.time(), length) * length;
      groups.computeIfAbsent(start, _ -> new ArrayList<>()).add(point);
    }
    return groups;
  }
}
