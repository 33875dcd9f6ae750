package io.updraft.telemetry.block;

/**
 * How far the numbers of a column are from its first one.
 *
 * @param unit divides all distances: milliseconds in nanoseconds, or the whole beat of a steady
 *     clock; 1 where a distance overflows
 * @param multiples of the unit, one for each number but the first
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Distances(long unit, long[] multiples) {
  static Distances in(long[] numbers) {
    long unit = unit(numbers);
    long[] multiples = new long[numbers.length - 1];
    for (int i = 0; i < multiples.length; i++) {
      long distance = numbers[i + 1] - numbers[0];
      multiples[i] = unit == 1 ? distance : distance / unit;
    }
    return new Distances(unit, multiples);
  }

  long[] from(long first) {
    long[] numbers = new long[multiples.length + 1];
    numbers[0] = first;
    for (int i = 0; i < multiples.length; i++) {
      numbers[i + 1] = first + unit * multiples[i];
    }
    return numbers;
  }

  private static long unit(long[] numbers) {
    long unit = 0;
    for (int i = 1; i < numbers.length && unit != 1; i++) {
      long distance = numbers[i] - numbers[0];
      if (overflown(numbers[i], numbers[0], distance)) {
        return 1;
      }
      if (unit == 0 || distance % unit != 0) {
        unit = commonDivisor(unit, Math.abs(distance));
      }
    }
    return Math.max(unit, 1);
  }

  private static boolean overflown(long minuend, long subtrahend, long difference) {
    return ((minuend ^ subtrahend) & (minuend ^ difference)) < 0 || difference == Long.MIN_VALUE;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
