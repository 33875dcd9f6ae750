package io.updraft.telemetry.aggregate;

import static io.updraft.telemetry.aggregate.Points.MINUTE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.aggregate.PlainAggregation.Point;
import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against {@link PlainAggregation}, over series of many devices and all types. */
class IntervalsByChanceTest {
  private static final int ROUNDS = 40;

  @ParameterizedTest
  @EnumSource
  void countEverything(Behaviour behaviour) {
    check(
        behaviour,
        Aggregation.COUNT,
        PlainAggregation::all,
        (value, group) -> assertThat(value).isEqualTo(new Whole(group.size())));
  }

  @ParameterizedTest
  @EnumSource
  void findFirstAndLast(Behaviour behaviour) {
    for (Aggregation edge : List.of(Aggregation.FIRST, Aggregation.LAST)) {
      check(
          behaviour,
          edge,
          PlainAggregation::all,
          (value, group) ->
              assertThat(value).isEqualTo(PlainAggregation.edge(edge, group).value()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void findTheExtremes(Behaviour behaviour) {
    check(
        behaviour,
        Aggregation.MIN,
        PlainAggregation::numbers,
        (value, group) ->
            assertThat(exact(value)).isEqualByComparingTo(Collections.min(numbers(group))));
    check(
        behaviour,
        Aggregation.MAX,
        PlainAggregation::numbers,
        (value, group) ->
            assertThat(exact(value)).isEqualByComparingTo(Collections.max(numbers(group))));
  }

  @ParameterizedTest
  @EnumSource
  void sumUp(Behaviour behaviour) {
    check(
        behaviour,
        Aggregation.SUM,
        PlainAggregation::numbers,
        (value, group) -> {
          boolean rounded = group.stream().anyMatch(point -> point.value() instanceof Decimal);
          BigDecimal sum = PlainAggregation.sum(group);
          assertThat(exact(value))
              .isEqualByComparingTo(rounded ? new BigDecimal(sum.doubleValue()) : sum);
        });
  }

  @ParameterizedTest
  @EnumSource
  void average(Behaviour behaviour) {
    check(
        behaviour,
        Aggregation.AVG,
        PlainAggregation::numbers,
        (value, group) -> isNearest(value, PlainAggregation.average(group)));
  }

  @ParameterizedTest
  @EnumSource
  void findTheRate(Behaviour behaviour) {
    check(
        behaviour,
        Aggregation.RATE,
        PlainAggregation::increases,
        (value, group) -> isNearest(value, PlainAggregation.rate(group, MINUTE)));
  }

  @ParameterizedTest
  @EnumSource
  void findPercentiles(Behaviour behaviour) {
    Map<Aggregation, String> shares =
        Map.of(Aggregation.MEDIAN, "0.50", Aggregation.P95, "0.95", Aggregation.P99, "0.99");
    shares.forEach(
        (percentile, share) ->
            check(
                behaviour,
                percentile,
                PlainAggregation::numbers,
                (value, group) ->
                    isNearly(value, PlainAggregation.percentile(group, share), numbers(group))));
  }

  private static void check(
      Behaviour behaviour,
      Aggregation aggregation,
      Function<PlainAggregation, NavigableMap<Long, List<Point>>> grouping,
      BiConsumer<Value, List<Point>> check) {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      List<Point> points = behaviour.points(random);
      NavigableMap<Long, List<Point>> groups = grouping.apply(new PlainAggregation(points, MINUTE));
      List<Bucket> buckets = aggregated(aggregation, points, random);
      assertThat(buckets).extracting(Bucket::start).containsExactlyElementsOf(groups.keySet());
      for (Bucket bucket : buckets) {
        List<Point> group = requireNonNull(groups.get(bucket.start()));
        assertThat(bucket.count()).isEqualTo(group.size());
        assertThat(bucket.error()).isNull();
        check.accept(bucket.value(), group);
      }
    }
  }

  /** With the devices in any order. */
  private static List<Bucket> aggregated(
      Aggregation aggregation, List<Point> points, Random random) {
    Map<String, List<Point>> devices =
        points.stream().collect(Collectors.groupingBy(Point::device));
    List<Map.Entry<String, List<Point>>> order = new ArrayList<>(devices.entrySet());
    Collections.shuffle(order, random);
    Intervals intervals = new Intervals(aggregation, MINUTE);
    for (Map.Entry<String, List<Point>> device : order) {
      intervals.begin(device.getKey());
      device.getValue().forEach(p -> intervals.add(Points.at(p.time(), p.value())));
    }
    return intervals.result();
  }

  /** Rounding to 34 digits first leaves 10^-34 beside half the distance of two doubles. */
  private static void isNearest(Value value, BigDecimal plain) {
    BigDecimal distance = new BigDecimal(Math.ulp(plain.doubleValue()));
    assertThat(exact(value).subtract(plain).abs())
        .isLessThanOrEqualTo(distance.multiply(new BigDecimal("0.500000000000001")));
  }

  /** Within the rounding of a few steps with the largest of the numbers. */
  private static void isNearly(Value value, BigDecimal plain, List<BigDecimal> numbers) {
    BigDecimal largest = numbers.stream().map(BigDecimal::abs).max(BigDecimal::compareTo).get();
    assertThat(exact(value).subtract(plain).abs())
        .isLessThanOrEqualTo(largest.multiply(new BigDecimal("1e-15")));
  }

  private static List<BigDecimal> numbers(List<Point> group) {
    return group.stream().map(Point::digits).toList();
  }

  private static BigDecimal exact(Value value) {
    return Numbers.exact(Numbers.of(value));
  }
}
