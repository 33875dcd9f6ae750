package io.updraft.alert.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** The value that a rule compares with. */
public sealed interface Operand {
  /** As a text without quotes. */
  String text();

  /**
   * A number with all its digits; 80 and 80.00 are one.
   *
   * @param number near to a double, as are the values of points
   */
  record Numeric(BigDecimal number) implements Operand {
    /** Decimal exponents of the largest and the smallest double. */
    private static final int LARGEST = 308;

    private static final int SMALLEST = -324;

    public Numeric {
      if (!fits(number)) {
        throw new IllegalArgumentException("far from any double");
      }
      number = Numbers.plain(number);
    }

    /** The number that a text of JSON's form is; empty for one that no double is near to. */
    public static Optional<Numeric> parse(String text) {
      try {
        return Optional.of(new BigDecimal(text)).filter(Numeric::fits).map(Numeric::new);
      } catch (NumberFormatException exponentTooLong) {
        return Optional.empty();
      }
    }

    public static Numeric of(double number) {
      return new Numeric(new BigDecimal(Double.toString(number)));
    }

    private static boolean fits(BigDecimal number) {
      long exponent = (long) number.precision() - number.scale() - 1;
      boolean within = exponent >= SMALLEST && exponent <= LARGEST;
      return number.signum() == 0 || (within && Double.isFinite(number.doubleValue()));
    }

    @Override
    public String text() {
      return number.toString();
    }
  }

  /** A text of 1 to {@value #MOST} characters, not blank. */
  record Text(String text) implements Operand {
    public static final int MOST = 256;

    public Text {
      if (!fits(text)) {
        throw new IllegalArgumentException("blank, too long, or with control characters");
      }
    }

    /** The text, where it can be compared with. */
    public static Optional<Text> parse(String text) {
      return fits(text) ? Optional.of(new Text(text)) : Optional.empty();
    }

    private static boolean fits(String text) {
      return !text.isBlank()
          && text.codePointCount(0, text.length()) <= MOST
          && text.codePoints().allMatch(Text::printable);
    }

    private static boolean printable(int codePoint) {
      return !Character.isISOControl(codePoint)
          && Character.getType(codePoint) != Character.SURROGATE;
    }
  }

  record Flag(boolean flag) implements Operand {
    @Override
    public String text() {
      return Boolean.toString(flag);
    }
  }
}
