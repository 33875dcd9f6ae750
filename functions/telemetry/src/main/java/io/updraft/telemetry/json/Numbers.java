package io.updraft.telemetry.json;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as senders write them, without the loss of a digit. */
final class Numbers {
  /** Without exponent, so many characters hold at most 15 digits, which every double keeps. */
  private static final int SURELY_EXACT = 16;

  private Numbers() {}

  /** A number with a fraction or an exponent; empty where it is beyond the range of a double. */
  static Optional<Value> decimal(String text) {
    double nearest = Double.parseDouble(text);
    if (!Double.isFinite(nearest)) {
      return Optional.empty();
    }
    return Optional.of(
        plain(text) || same(text, nearest)
            ? new Value.Decimal(nearest)
            : new Value.Exact(new BigDecimal(text)));
  }

  /** A whole number beyond 64 bits. */
  static Optional<Value> large(String text) {
    return Double.isFinite(Double.parseDouble(text))
        ? Optional.of(new Value.Exact(new BigDecimal(text)))
        : Optional.empty();
  }

  private static boolean plain(String text) {
    return text.length() <= SURELY_EXACT && text.indexOf('e') < 0 && text.indexOf('E') < 0;
  }

  private static boolean same(String text, double nearest) {
    return new BigDecimal(text).compareTo(new BigDecimal(Double.toString(nearest))) == 0;
  }
}
