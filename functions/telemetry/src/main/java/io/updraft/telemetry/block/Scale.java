package io.updraft.telemetry.block;

/**
 * Doubles as the decimal numbers that they were written as: {@code digits / 10^places}. A division
 * of whole numbers below 2^53 is rounded correctly (IEEE 754), as reading the decimal number was,
 * so that it gives the very same double; whether it does is checked for each. After ALP (Afroozeh,
 * Kuffó, Boncz: Adaptive Lossless floating-Point Compression, SIGMOD 2024), which multiplies by the
 * inverse instead and then has more exceptions.
 */
final class Scale {
  static final int MOST_PLACES = 18;

  /** No digits: the number has more of them, or is the negative zero. */
  static final long NONE = Long.MIN_VALUE;

  private static final double MOST_DIGITS = 1L << 53;
  private static final double[] POWERS = new double[MOST_PLACES + 1];
  private static final long[] WHOLE_POWERS = new long[MOST_PLACES + 1];

  static {
    long power = 1;
    for (int places = 0; places <= MOST_PLACES; places++, power *= 10) {
      POWERS[places] = power;
      WHOLE_POWERS[places] = power;
    }
  }

  private Scale() {}

  static double power(int places) {
    return POWERS[places];
  }

  static long wholePower(int places) {
    return WHOLE_POWERS[places];
  }

  static long digits(double number, int places) {
    double digits = Math.rint(number * POWERS[places]);
    return Math.abs(digits) <= MOST_DIGITS && same(digits + 0.0, places, number)
        ? (long) digits
        : NONE;
  }

  /** For a double that was widened from 32 bits. */
  static long digitsOfFloat(double number, int places) {
    double digits = Math.rint(number * POWERS[places]);
    boolean same =
        Float.floatToRawIntBits((float) ((digits + 0.0) / POWERS[places]))
            == Float.floatToRawIntBits((float) number);
    return Math.abs(digits) <= MOST_DIGITS && same ? (long) digits : NONE;
  }

  static long digits(long whole, int places) {
    long power = WHOLE_POWERS[places];
    return Math.multiplyHigh(whole, power) == (whole * power) >> (Long.SIZE - 1)
        ? whole * power
        : NONE;
  }

  private static boolean same(double digits, int places, double number) {
    return Double.doubleToRawLongBits(digits / POWERS[places])
        == Double.doubleToRawLongBits(number);
  }
}
