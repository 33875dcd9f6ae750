package io.updraft.telemetry.lineprotocol;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The value of a field that is not in quotes. */
final class Scalar {
  private static final Set<String> TRUE = Set.of("t", "T", "true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("f", "F", "false", "False", "FALSE");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,20}i");
  private static final Pattern UNSIGNED = Pattern.compile("\\+?[0-9]{1,20}u");

  /** Java reads more than this as a number. */
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

  private static final BigInteger LARGEST_UNSIGNED =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  private Scalar() {}

  /** The value; empty where it is none, or one that its type does not hold. */
  static Optional<Value> of(String text) {
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return Optional.of(new Value.Flag(TRUE.contains(text)));
    }
    return WHOLE.matcher(text).matches() || UNSIGNED.matcher(text).matches()
        ? whole(text)
        : decimal(text);
  }

  private static Optional<Value> whole(String text) {
    BigInteger number = new BigInteger(text.substring(0, text.length() - 1));
    if (number.bitLength() < Long.SIZE) {
      return Optional.of(new Value.Whole(number.longValueExact()));
    }
    return text.endsWith("u") && number.compareTo(LARGEST_UNSIGNED) <= 0
        ? Optional.of(new Value.Exact(new BigDecimal(number)))
        : Optional.empty();
  }

  private static Optional<Value> decimal(String text) {
    return Optional.of(text)
        .filter(t -> FLOAT.matcher(t).matches())
        .map(Double::parseDouble)
        .filter(Double::isFinite)
        .map(Value.Decimal::new);
  }
}
