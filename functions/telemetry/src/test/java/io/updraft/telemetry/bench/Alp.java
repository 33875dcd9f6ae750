package io.updraft.telemetry.bench;

import java.util.stream.LongStream;

/**
 * Decimal digits above the least of them, all equally wide (ALP, SIGMOD 2024, without exceptions).
 */
final class Alp implements Codec {
  @Override
  public byte[] encode(double[] numbers) {
    Decimals decimals = Decimals.of(numbers);
    long least = LongStream.of(decimals.digits()).min().orElseThrow();
    long most = LongStream.of(decimals.digits()).max().orElseThrow();
    int width = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    Bits bits = Bits.of(numbers.length);
    bits.put(decimals.places(), 8);
    bits.put(least, Long.SIZE);
    bits.put(width, 8);
    for (long digits : decimals.digits()) {
      bits.put(digits - least, width);
    }
    return bits.end();
  }

  @Override
  public double[] decode(byte[] bytes, int count) {
    Bits bits = Bits.of(bytes);
    int places = (int) bits.take(8);
    long least = bits.take(Long.SIZE);
    int width = (int) bits.take(8);
    long[] digits = new long[count];
    for (int i = 0; i < count; i++) {
      digits[i] = least + bits.take(width);
    }
    return new Decimals(places, digits).numbers();
  }
}
