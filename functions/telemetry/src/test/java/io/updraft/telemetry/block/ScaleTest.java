package io.updraft.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  /** All decimal numbers of 15 digits are told apart by doubles. */
  @Test
  void findsTheDigitsOfEveryNumberOfFifteenDigits() {
    RandomGenerator random = new Random(3);
    for (int run = 0; run < 100_000; run++) {
      long digits = random.nextLong(-999_999_999_999_999L, 1_000_000_000_000_000L);
      int places = random.nextInt(Scale.MOST_PLACES + 1);
      double number = BigDecimal.valueOf(digits, places).doubleValue();
      assertThat(Scale.digits(number, places)).isEqualTo(digits);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0, 0.1 + 0.2, Math.PI, Double.MIN_VALUE, 1e300})
  void knowsWhatHasNoDigits(double number) {
    for (int places = 0; places <= 14; places++) {
      assertThat(Scale.digits(number, places)).isEqualTo(Scale.NONE);
    }
  }

  @Test
  void refusesWholeNumbersThatWouldOverflow() {
    assertThat(Scale.digits(-42L, 2)).isEqualTo(-4200);
    assertThat(Scale.digits(Long.MAX_VALUE / 10, 1)).isEqualTo(Long.MAX_VALUE / 10 * 10);
    assertThat(Scale.digits(Long.MAX_VALUE / 10 + 1, 1)).isEqualTo(Scale.NONE);
    assertThat(Scale.digits(1L << 40, 18)).isEqualTo(Scale.NONE);
  }
}
