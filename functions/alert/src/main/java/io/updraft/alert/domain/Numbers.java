package io.updraft.alert.domain;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;

/** Numbers with all their digits. */
final class Numbers {
  private static final int MOST_PLAIN_DIGITS = 20;

  private Numbers() {}

  static BigDecimal exact(Value.Numeric number) {
    return switch (number) {
      case Value.Whole(long whole) -> BigDecimal.valueOf(whole);
      case Value.Decimal(double decimal) -> new BigDecimal(Double.toString(decimal));
      case Value.Exact(BigDecimal exact) -> exact;
    };
  }

  /** Without zeros at its end, and with an exponent only where it is longer. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean few = stripped.precision() - stripped.scale() <= MOST_PLAIN_DIGITS;
    return stripped.scale() < 0 && few ? stripped.setScale(0) : stripped;
  }

  /** What a point says, in one line. */
  static String text(Value value) {
    return switch (value) {
      case Value.Numeric number -> plain(exact(number)).toString();
      case Value.Text(String text) -> text;
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Json(String json) -> json;
    };
  }
}
