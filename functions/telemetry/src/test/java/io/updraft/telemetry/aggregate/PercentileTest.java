package io.updraft.telemetry.aggregate;

import static io.updraft.telemetry.aggregate.Points.made;
import static io.updraft.telemetry.aggregate.Points.value;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.updraft.telemetry.published.Value.Decimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
  private static final Map<Aggregation, Double> RANKS =
      Map.of(Aggregation.MEDIAN, 0.5, Aggregation.P95, 0.95, Aggregation.P99, 0.99);

  @Test
  void ofOneValueIsThatValue() {
    RANKS.keySet().forEach(p -> assertThat(made(p, 7)).isEqualTo(value(7.0)));
  }

  @Test
  void isInterpolatedBetweenTwoValues() {
    assertThat(made(Aggregation.MEDIAN, 4, 1)).isEqualTo(value(2.5));
    assertThat(made(Aggregation.MEDIAN, 3, 1, 2)).isEqualTo(value(2.0));
    assertThat(made(Aggregation.P95, IntStream.rangeClosed(0, 10).boxed().toArray()))
        .isEqualTo(value(9.5));
    assertThat(made(Aggregation.P99, 0, 100)).isEqualTo(value(99.0));
    assertThat(made(Aggregation.P99, IntStream.rangeClosed(0, 100).boxed().toArray()))
        .isEqualTo(value(99.0));
  }

  /** As NumPy's {@code percentile} and R's {@code quantile} give it. */
  @Test
  void isThatOfOtherPrograms() {
    Object[] sample = {15, 20, 35, 40, 50};
    assertThat(made(Aggregation.MEDIAN, sample)).isEqualTo(value(35.0));
    assertThat(made(Aggregation.P95, sample)).isEqualTo(value(48.0));
    assertThat(made(Aggregation.P99, sample)).isEqualTo(value(49.6));
  }

  @Test
  void doesNotOverflowBetweenTheEndsOfTheDoubles() {
    assertThat(made(Aggregation.MEDIAN, Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(value(0.0));
  }

  @Test
  void readsFlags() {
    assertThat(made(Aggregation.P95, true, false, true)).isEqualTo(value(1.0));
  }

  @Test
  void isExactUpToAStatedNumberOfPoints() {
    double[] values = random(Room.EXACT_UP_TO);
    double[] sorted = Arrays.stream(values).sorted().toArray();
    Bucket bucket = bucket(Aggregation.P95, values);
    assertThat(bucket.error()).isNull();
    double place = 9_999 * 0.95;
    assertThat(number(bucket))
        .isEqualTo(sorted[9_499] + (place - 9_499) * (sorted[9_500] - sorted[9_499]), within(1e-9));
  }

  @Test
  void statesItsErrorBeyond() {
    Bucket bucket = bucket(Aggregation.P95, random(Room.EXACT_UP_TO + 1));
    assertThat(bucket.error()).isBetween(0.0011, 0.0012);
    assertThat(bucket.count()).isEqualTo(Room.EXACT_UP_TO + 1);
  }

  /** Twice the error is passed in less than one of a million cases. */
  @Test
  void keepsItsErrorWithManyPoints() {
    double[] values = random(200_000);
    RANKS.forEach(
        (aggregation, rank) ->
            assertThat(rankOf(bucket(aggregation, values), values))
                .isEqualTo(rank, within(2 * 0.0012)));
  }

  /** The error holds in 99 of 100 cases: fewer than 90 would be a matter of one in a million. */
  @Test
  void keepsItsErrorAsOftenAsItSays() {
    double[] values = random(20_000);
    long kept =
        IntStream.range(0, 100)
            .mapToObj(_ -> bucket(Aggregation.P95, values))
            .filter(bucket -> Math.abs(rankOf(bucket, values) - 0.95) <= error(bucket))
            .count();
    assertThat(kept).isGreaterThanOrEqualTo(90);
  }

  @Test
  void isOneOfTheValuesBeyond() {
    double[] values = DoubleStream.generate(() -> 1.0).limit(20_000).toArray();
    assertThat(bucket(Aggregation.MEDIAN, values).value()).isEqualTo(value(1.0));
  }

  private static Bucket bucket(Aggregation aggregation, double... values) {
    return Points.only(aggregation, Arrays.stream(values).boxed().toArray());
  }

  private static double rankOf(Bucket bucket, double[] values) {
    double value = number(bucket);
    return (double) Arrays.stream(values).filter(v -> v <= value).count() / values.length;
  }

  private static double number(Bucket bucket) {
    return ((Decimal) bucket.value()).number();
  }

  private static double error(Bucket bucket) {
    return requireNonNull(bucket.error());
  }

  /** Many small values and few large ones, no two equal. */
  private static double[] random(int count) {
    Random random = new Random(count);
    return DoubleStream.generate(() -> Math.exp(random.nextGaussian() * 3)).limit(count).toArray();
  }
}
