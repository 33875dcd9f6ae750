package io.updraft.telemetry.bench;

/** Doubles as whole multiples of a power of ten, or as their bits where they are none. */
@SuppressWarnings("ArrayRecordComponent") // A column, never compared.
record Decimals(int places, long[] digits) {
  private static final int AS_BITS = 15;

  static Decimals of(double[] numbers) {
    int places = 0;
    for (int i = 0; i < numbers.length && places < AS_BITS; i++) {
      while (places < AS_BITS && !fits(numbers[i], places)) {
        places++;
      }
    }
    long[] digits = new long[numbers.length];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = digits(numbers[i], places);
    }
    return new Decimals(places, digits);
  }

  double[] numbers() {
    double[] numbers = new double[digits.length];
    double power = Math.pow(10, places);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = places == AS_BITS ? Double.longBitsToDouble(digits[i]) : digits[i] / power;
    }
    return numbers;
  }

  private static long digits(double number, int places) {
    return places == AS_BITS
        ? Double.doubleToRawLongBits(number)
        : (long) Math.rint(number * Math.pow(10, places));
  }

  private static boolean fits(double number, int places) {
    double power = Math.pow(10, places);
    return Math.rint(number * power) / power == number;
  }
}
