package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Exact;
import io.updraft.telemetry.published.Value.Flag;
import io.updraft.telemetry.published.Value.Json;
import io.updraft.telemetry.published.Value.Numeric;
import io.updraft.telemetry.published.Value.Text;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.util.Comparator;

/** Values as numbers, without loss. */
final class Numbers {
  /** By size, exactly, whatever the types; then negative zero before zero. */
  static final Comparator<Numeric> ORDER = Numbers::compare;

  private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Numeric TRUE = new Whole(1);
  private static final Numeric FALSE = new Whole(0);

  private Numbers() {}

  static boolean isNumber(Value value) {
    return switch (value) {
      case Numeric _, Flag _ -> true;
      case Text _, Json _ -> false;
    };
  }

  /** The number that the value is; 1 for true and 0 for false. */
  static Numeric of(Value value) {
    return switch (value) {
      case Numeric number -> number;
      case Flag(boolean flag) -> flag ? TRUE : FALSE;
      case Text _, Json _ -> throw new IllegalArgumentException("not a number: " + value);
    };
  }

  /** All digits; of a double those of its binary value, not those of its shortest text. */
  static BigDecimal exact(Numeric number) {
    return switch (number) {
      case Whole(long whole) -> BigDecimal.valueOf(whole);
      case Decimal(double decimal) -> new BigDecimal(decimal);
      case Exact(BigDecimal exact) -> exact;
    };
  }

  /** The nearest double that is finite. */
  static double nearest(Numeric number) {
    return Math.clamp(number.asDouble(), -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The nearest double, or the number itself where it is too large for one. */
  static Numeric decimal(BigDecimal number) {
    double nearest = number.doubleValue();
    return Double.isFinite(nearest) ? new Decimal(nearest) : new Exact(number);
  }

  /** The number without loss, in the form in which it would have been taken in. */
  static Numeric lossless(BigDecimal number) {
    if (isLong(number)) {
      return new Whole(number.longValueExact());
    }
    return decimal(number) instanceof Decimal(double nearest)
            && BigDecimal.valueOf(nearest).compareTo(number) == 0
        ? new Decimal(nearest)
        : new Exact(number);
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(LEAST_LONG) >= 0
        && number.compareTo(GREATEST_LONG) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  private static int compare(Numeric one, Numeric other) {
    if (one instanceof Whole(long a) && other instanceof Whole(long b)) {
      return Long.compare(a, b);
    }
    if (one instanceof Decimal(double a) && other instanceof Decimal(double b)) {
      return Double.compare(a, b);
    }
    int bySize = exact(one).compareTo(exact(other));
    return bySize != 0 ? bySize : Double.compare(one.asDouble(), other.asDouble());
  }
}
