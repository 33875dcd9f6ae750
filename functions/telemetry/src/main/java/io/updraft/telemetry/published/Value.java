package io.updraft.telemetry.published;

import java.math.BigDecimal;

/**
 * What was measured. A number keeps the value that was sent: whole numbers of 64 bits, doubles
 * where the sender's digits are those of a double, and every other number with all its digits.
 */
public sealed interface Value {
  /** A number. */
  sealed interface Numeric extends Value {
    /** The nearest double, for calculations. */
    double asDouble();
  }

  record Whole(long number) implements Numeric {
    @Override
    public double asDouble() {
      return number;
    }
  }

  /** A finite double; negative zero is one of its own. */
  record Decimal(double number) implements Numeric {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("not a finite number: " + number);
      }
    }

    @Override
    public double asDouble() {
      return number;
    }
  }

  /** A number that neither 64 bits nor a double hold. */
  record Exact(BigDecimal number) implements Numeric {
    @Override
    public double asDouble() {
      return number.doubleValue();
    }
  }

  record Flag(boolean flag) implements Value {}

  record Text(String text) implements Value {}

  /**
   * An object.
   *
   * @param json as one line, in the order of its members
   */
  record Json(String json) implements Value {}
}
