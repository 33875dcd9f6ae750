package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final int MANY = 20_000;

  private static List<Object> values(String metric, long seed) {
    Signal signal =
        Signals.of(new SplittableRandom(seed)).stream()
            .filter(each -> each.metric().equals(metric))
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, MANY).mapToObj(_ -> signal.next()).toList();
  }

  private static List<Double> numbers(String metric) {
    return values(metric, 1).stream().map(value -> ((Number) value).doubleValue()).toList();
  }

  private static int decimals(Object number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().scale();
  }

  @Test
  void temperatureDriftsByLittleWithOneDecimal() {
    List<Double> temperatures = numbers("temperature");

    assertThat(temperatures).allSatisfy(t -> assertThat(t).isBetween(-10.0, 60.0));
    assertThat(temperatures).allSatisfy(t -> assertThat(decimals(t)).isLessThanOrEqualTo(1));
    assertThat(steps(temperatures)).allSatisfy(s -> assertThat(Math.abs(s)).isLessThan(1.5));
    assertThat(temperatures.stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  void batteryFallsSlowlyAndIsChargedWhenItIsNearlyEmpty() {
    List<Double> charges = numbers("battery");

    assertThat(charges).allSatisfy(c -> assertThat(c).isBetween(4.9, 100.0));
    assertThat(charges).allSatisfy(c -> assertThat(decimals(c)).isLessThanOrEqualTo(2));
    assertThat(steps(charges))
        .filteredOn(step -> step > 0)
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step).isGreaterThan(90.0));
  }

  @Test
  void packetsCountUpAndNowAndThenBeginAnew() {
    List<Object> packets = values("packets", 1);

    assertThat(packets).allSatisfy(count -> assertThat(count).isInstanceOf(Long.class));
    long resets = steps(numbers("packets")).stream().filter(step -> step < 0).count();
    assertThat(resets).isBetween(10L, 100L);
    assertThat(packets).contains(0L);
  }

  @Test
  void vibrationHasManyDigitsDoorsAndStatesChangeNowAndThen() {
    assertThat(values("vibration", 1)).filteredOn(v -> decimals(v) > 10).hasSizeGreaterThan(19_000);
    assertThat(values("door", 1)).containsOnly(true, false);
    assertThat(values("state", 1)).containsOnly("idle", "running", "paused", "error");
  }

  @Test
  void sameSeedSameValues() {
    assertThat(values("vibration", 5)).isEqualTo(values("vibration", 5));
    assertThat(values("vibration", 5)).isNotEqualTo(values("vibration", 6));
  }

  private static List<Double> steps(List<Double> values) {
    return IntStream.range(1, values.size())
        .mapToObj(i -> values.get(i) - values.get(i - 1))
        .toList();
  }
}
