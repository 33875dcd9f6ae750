package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Exact;
import io.updraft.telemetry.published.Value.Numeric;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.math.MathContext;

/** The exact sum of numbers of all types, which therefore does not depend on their order. */
final class Total {
  /**
   * Enough for every sum of doubles, which reach from 10^-324 with 1074 decimals to 10^309. The
   * limit is there for numbers such as 10^1000000, which would be written out beside a 1.
   */
  private static final MathContext DIGITS = new MathContext(1_500);

  private final Expansion decimals = new Expansion();
  private long wholes;
  private BigDecimal beyond = BigDecimal.ZERO;
  private boolean hasDecimals;

  void add(Numeric number) {
    switch (number) {
      case Whole(long whole) -> addWhole(whole);
      case Decimal(double decimal) -> addDecimal(decimal);
      case Exact(BigDecimal exact) -> addExact(exact);
    }
  }

  void subtract(Numeric number) {
    switch (number) {
      case Whole(long whole) when whole == Long.MIN_VALUE ->
          addExact(Numbers.exact(number).negate());
      case Whole(long whole) -> addWhole(-whole);
      case Decimal(double decimal) -> addDecimal(-decimal);
      case Exact(BigDecimal exact) -> addExact(exact.negate());
    }
  }

  /** The sum with all its digits. */
  BigDecimal exact() {
    return beyond.add(decimals.exact(), DIGITS).add(BigDecimal.valueOf(wholes), DIGITS);
  }

  /**
   * The sum without loss where no double went in, and otherwise rounded once to the nearest double;
   * with all its digits where it is too large for one.
   */
  Numeric value() {
    return hasDecimals ? Numbers.decimal(exact()) : Numbers.lossless(exact());
  }

  private void addWhole(long whole) {
    long sum = wholes + whole;
    // The sum overflows where both summands have the sign that it has not.
    if (((wholes ^ sum) & (whole ^ sum)) < 0) {
      addExact(BigDecimal.valueOf(wholes));
      sum = whole;
    }
    wholes = sum;
  }

  private void addDecimal(double decimal) {
    hasDecimals = true;
    if (Math.abs(decimal) < Expansion.END) {
      decimals.add(decimal);
    } else {
      addExact(new BigDecimal(decimal));
    }
  }

  private void addExact(BigDecimal exact) {
    beyond = beyond.add(exact, DIGITS);
  }
}
