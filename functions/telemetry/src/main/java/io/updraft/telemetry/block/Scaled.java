package io.updraft.telemetry.block;

import java.util.Arrays;

/**
 * Numbers as whole multiples of a power of ten.
 *
 * @param places behind the point, the same for all
 * @param digits one for each number; that of the neighbour before where it does not fit
 * @param unfitPlaces which numbers have no such digits, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Scaled(int places, long[] digits, long[] unfitPlaces) {
  /** About what a number costs that does not fit. */
  private static final int BITS_OF_UNFIT = 80;

  private static final double BITS_PER_PLACE = 3.32;

  private interface Digits {
    long of(double number, int places);
  }

  static Scaled doubles(Numbers numbers) {
    return of(numbers, Scale::digits);
  }

  static Scaled floats(Numbers numbers) {
    return of(numbers, Scale::digitsOfFloat);
  }

  int unfit() {
    return unfitPlaces.length;
  }

  void write(Sink sink) {
    sink.octet(places);
    Longs.write(sink, digits);
  }

  static Scaled read(Source source, int count) throws DamagedBlock {
    return read(source, source.octet(), count);
  }

  static Scaled read(Source source, int places, int count) throws DamagedBlock {
    if (places > Scale.MOST_PLACES) {
      throw new DamagedBlock("numbers have too many places");
    }
    return new Scaled(places, Longs.read(source, count), new long[0]);
  }

  /** The numbers as {@link Numbers#raw} has them. */
  long[] doubles(boolean[] decimal) {
    double power = Scale.power(places);
    long wholePower = Scale.wholePower(places);
    long[] raw = new long[digits.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = decimal[i] ? Double.doubleToRawLongBits(digits[i] / power) : digits[i] / wholePower;
    }
    return raw;
  }

  long[] floats(boolean[] decimal) {
    double power = Scale.power(places);
    long wholePower = Scale.wholePower(places);
    long[] raw = new long[digits.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] =
          decimal[i]
              ? Double.doubleToRawLongBits((float) (digits[i] / power))
              : digits[i] / wholePower;
    }
    return raw;
  }

  /** Which numbers have something behind the point. */
  boolean[] fractional() {
    long power = Scale.wholePower(places);
    boolean[] fractional = new boolean[digits.length];
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] = digits[i] % power != 0;
    }
    return fractional;
  }

  private static Scaled of(Numbers numbers, Digits way) {
    int places = cheapest(leastPlaces(numbers, way), numbers.raw().length);
    long[] digits = new long[numbers.raw().length];
    long[] unfit = new long[digits.length];
    int misfits = 0;
    for (int i = 0; i < digits.length; i++) {
      digits[i] = digits(numbers, i, places, way);
      if (digits[i] == Scale.NONE) {
        unfit[misfits++] = i;
        digits[i] = i == 0 ? 0 : digits[i - 1];
      }
    }
    return new Scaled(places, digits, Arrays.copyOf(unfit, misfits));
  }

  private static long digits(Numbers numbers, int i, int places, Digits way) {
    long raw = numbers.raw()[i];
    return numbers.decimal()[i]
        ? way.of(Double.longBitsToDouble(raw), places)
        : Scale.digits(raw, places);
  }

  /** How many numbers need how many places at the least; behind the last those that never fit. */
  private static int[] leastPlaces(Numbers numbers, Digits way) {
    int[] needing = new int[Scale.MOST_PLACES + 2];
    int guess = 0;
    for (int i = 0; i < numbers.raw().length; i++) {
      int least = 0;
      if (numbers.decimal()[i]) {
        least = leastPlaces(Double.longBitsToDouble(numbers.raw()[i]), guess, way);
        guess = Math.min(least, Scale.MOST_PLACES);
      }
      needing[least]++;
    }
    return needing;
  }

  /** Most numbers need as many as the one before, so that is looked at first. */
  private static int leastPlaces(double number, int guess, Digits way) {
    if (way.of(number, guess) != Scale.NONE
        && (guess == 0 || way.of(number, guess - 1) == Scale.NONE)) {
      return guess;
    }
    int places = 0;
    while (places <= Scale.MOST_PLACES && way.of(number, places) == Scale.NONE) {
      places++;
    }
    return places;
  }

  /** A few numbers with many places would make all the others longer. */
  private static int cheapest(int[] needing, int count) {
    int cheapest = 0;
    double least = Double.MAX_VALUE;
    int unfit = count;
    for (int places = 0; places <= Scale.MOST_PLACES; places++) {
      unfit -= needing[places];
      double bits = unfit * (double) BITS_OF_UNFIT + count * places * BITS_PER_PLACE;
      cheapest = bits < least ? places : cheapest;
      least = Math.min(least, bits);
    }
    return cheapest;
  }
}
