package io.updraft.telemetry.aggregate;

import static io.updraft.telemetry.aggregate.Points.made;
import static io.updraft.telemetry.aggregate.Points.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sums and averages. */
class TotalTest {
  private static final BigDecimal TWO_TO_64 = new BigDecimal(BigInteger.TWO.pow(64));
  private static final double TINY = Double.MIN_VALUE;
  private static final double HUGE = Double.MAX_VALUE;

  @Test
  void ofWholesIsWhole() {
    assertThat(made(Aggregation.SUM, (1L << 53) + 1, 1, 1)).isEqualTo(value((1L << 53) + 3));
    assertThat(made(Aggregation.SUM, true, true, false)).isEqualTo(value(2));
  }

  @Test
  void ofWholesGoesBeyondALong() {
    assertThat(made(Aggregation.SUM, Long.MAX_VALUE, Long.MAX_VALUE, 2))
        .isEqualTo(value(TWO_TO_64));
    assertThat(made(Aggregation.SUM, Long.MIN_VALUE, Long.MIN_VALUE))
        .isEqualTo(value(TWO_TO_64.negate()));
  }

  @Test
  void ofWholesComesBackIntoALong() {
    assertThat(made(Aggregation.SUM, Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1))
        .isEqualTo(value(Long.MAX_VALUE));
  }

  @Test
  void subtractsTheLeastLong() {
    Total total = new Total();
    total.subtract(new Value.Whole(Long.MIN_VALUE));
    assertThat(total.value()).isEqualTo(value(TWO_TO_64.divide(BigDecimal.TWO)));
  }

  @Test
  void ofDecimalsIsRoundedOnce() {
    assertThat(made(Aggregation.SUM, 1e16, 1.0, 1.0, -1e16)).isEqualTo(value(2.0));
    assertThat(made(Aggregation.SUM, Collections.nCopies(10, 0.1).toArray())).isEqualTo(value(1.0));
    assertThat(made(Aggregation.SUM, Long.MAX_VALUE, 0.5, Long.MIN_VALUE)).isEqualTo(value(-0.5));
  }

  @Test
  void ofDecimalsKeepsTinyOnesBesideHugeOnes() {
    assertThat(made(Aggregation.SUM, HUGE, TINY, -HUGE)).isEqualTo(value(TINY));
    assertThat(made(Aggregation.SUM, TINY, 1.0, 1e300, HUGE, -1.0, -HUGE, -1e300))
        .isEqualTo(value(TINY));
  }

  @Test
  void ofDecimalsGoesBeyondADouble() {
    assertThat(made(Aggregation.SUM, HUGE, HUGE))
        .isEqualTo(value(new BigDecimal(HUGE).multiply(BigDecimal.TWO)));
    assertThat(made(Aggregation.SUM, HUGE, HUGE, -HUGE)).isEqualTo(value(HUGE));
  }

  @Test
  void ofExactNumbersIsExact() {
    BigDecimal exact = new BigDecimal("0.1234567890123456789");
    assertThat(made(Aggregation.SUM, exact, exact))
        .isEqualTo(value(new BigDecimal("0.2469135780246913578")));
    assertThat(made(Aggregation.SUM, exact, BigDecimal.ONE.subtract(exact))).isEqualTo(value(1));
    assertThat(made(Aggregation.SUM, exact, new BigDecimal("0.3765432109876543211")))
        .isEqualTo(value(0.5));
    assertThat(made(Aggregation.SUM, exact, 1.0)).isEqualTo(value(1.1234567890123457));
  }

  @Test
  void doesNotWriteOutHugeExactNumbers() {
    BigDecimal monster = new BigDecimal("1e2147483647");
    for (Aggregation kept : List.of(Aggregation.SUM, Aggregation.AVG, Aggregation.MAX)) {
      assertThat(((Value.Exact) made(kept, monster)).number()).isEqualByComparingTo(monster);
    }
    assertThat(((Value.Exact) made(Aggregation.SUM, 1, monster, 0.5)).number())
        .isEqualByComparingTo(monster);
    assertThat(made(Aggregation.RATE, monster, 0, monster)).isInstanceOf(Value.Exact.class);
    assertThat(made(Aggregation.MEDIAN, monster)).isEqualTo(value(HUGE));
  }

  @Test
  void doesNotWriteOutTinyExactNumbers() {
    BigDecimal speck = new BigDecimal("1e-2147483647");
    assertThat(made(Aggregation.SUM, 1, 0.5, speck)).isEqualTo(value(1.5));
    assertThat(made(Aggregation.AVG, speck, 3)).isEqualTo(value(1.5));
    assertThat(made(Aggregation.MIN, 1, speck)).isEqualTo(value(speck));
    assertThat(made(Aggregation.MEDIAN, speck)).isEqualTo(value(0.0));
  }

  @Test
  void knowsNoSignOfZero() {
    assertThat(made(Aggregation.SUM, -0.0, -0.0)).isEqualTo(value(0.0));
    assertThat(made(Aggregation.AVG, -0.0)).isEqualTo(value(0.0));
  }

  @Test
  void givesFiniteAverages() {
    assertThat(made(Aggregation.AVG, HUGE, HUGE, HUGE)).isEqualTo(value(HUGE));
    assertThat(made(Aggregation.AVG, -HUGE, HUGE)).isEqualTo(value(0.0));
    assertThat(made(Aggregation.AVG, Collections.nCopies(8, HUGE / 3).toArray()))
        .isEqualTo(value(HUGE / 3));
    assertThat(made(Aggregation.AVG, TINY, TINY)).isEqualTo(value(TINY));
    assertThat(made(Aggregation.AVG, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(value(0x1p63));
  }

  @Test
  void givesTheShareOfTrue() {
    assertThat(made(Aggregation.AVG, true, false, false, true, true)).isEqualTo(value(0.6));
  }

  @Test
  void isThatOfBigDecimalsInAnyOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 300; round++) {
      List<Decimal> wild =
          Stream.generate(() -> wild(random)).limit(1 + random.nextInt(200)).toList();
      Total total = new Total();
      wild.forEach(total::add);
      assertThat(total.exact()).isEqualByComparingTo(plain(wild));
      wild.reversed().forEach(total::subtract);
      assertThat(total.exact()).isZero();
    }
  }

  private static BigDecimal plain(List<Decimal> numbers) {
    return numbers.stream()
        .map(decimal -> new BigDecimal(decimal.number()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of any size that a double can have. */
  private static Decimal wild(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) ? new Decimal(any) : wild(random);
  }
}
