package io.updraft.telemetry.block;

import java.util.Arrays;

/**
 * Distances to a centre in Golomb-Rice code: the upper bits as so many ones and a zero, the lower
 * ones as they are. Short where most numbers are near the centre and a few are far away, as the
 * steps of a gauge are (Golomb, IEEE Trans. Inf. Theory 12, 1966; Rice, JPL 79-22, 1979).
 *
 * @param lower how many bits are written as they are
 */
record Rice(long centre, int lower, long bits) implements MiniBlock {
  private static final int FIRST_WAY = Long.SIZE + 1;
  private static final int MOST_LOWER = Long.SIZE - 2;

  /** So many ones mean that the distance follows with all its bits. */
  private static final int ESCAPE = 24;

  private static final int SAMPLES = 15;

  static Rice over(long[] numbers, int from, int to) {
    Rice nearZero = around(0, numbers, from, to);
    long median = sampledMedian(numbers, from, to);
    if (median == 0) {
      return nearZero;
    }
    Rice nearMedian = around(median, numbers, from, to);
    return nearMedian.bits < nearZero.bits ? nearMedian : nearZero;
  }

  static int parameter(int way) throws DamagedBlock {
    if (way - FIRST_WAY > MOST_LOWER) {
      throw new DamagedBlock("numbers are written in an unknown way");
    }
    return way - FIRST_WAY;
  }

  @Override
  public void write(Sink sink, long[] numbers, int from, int to) {
    sink.octet(FIRST_WAY + lower);
    sink.signed(centre);
    BitSink out = new BitSink(sink);
    for (int i = from; i < to; i++) {
      write(out, ZigZag.of(numbers[i] - centre));
    }
    out.end();
  }

  private void write(BitSink out, long distance) {
    long upper = distance >>> lower;
    if (Long.compareUnsigned(upper, ESCAPE) < 0) {
      out.put((1L << upper) - 1, (int) upper + 1);
      out.put(distance & ((1L << lower) - 1), lower);
    } else {
      out.put((1L << ESCAPE) - 1, ESCAPE);
      out.put(distance, Long.SIZE);
    }
  }

  static void read(BitSource bits, long centre, int lower, long[] numbers, int from, int to)
      throws DamagedBlock {
    for (int i = from; i < to; i++) {
      bits.require(1);
      int upper = Math.min(ESCAPE, Long.numberOfTrailingZeros(~bits.peek()));
      numbers[i] = centre + ZigZag.back(distance(bits, upper, lower));
    }
    bits.require(0);
  }

  private static long distance(BitSource bits, int upper, int lower) {
    if (upper == ESCAPE) {
      bits.skip(ESCAPE);
      return bits.take(Long.SIZE);
    }
    bits.skip(upper + 1);
    return ((long) upper << lower) | bits.take(lower);
  }

  /** The best number of lower bits is near the logarithm of the mean distance. */
  private static Rice around(long centre, long[] numbers, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += ZigZag.of(numbers[i] - centre) >>> 1;
    }
    int guess = Math.clamp(Math.getExponent(2 * sum / (to - from) + 1), 1, MOST_LOWER);
    Rice less = with(centre, guess - 1, numbers, from, to);
    Rice more = with(centre, guess, numbers, from, to);
    return less.bits < more.bits ? less : more;
  }

  private static Rice with(long centre, int lower, long[] numbers, int from, int to) {
    long bits = MiniBlock.bitsOfHead(centre);
    for (int i = from; i < to; i++) {
      long upper = ZigZag.of(numbers[i] - centre) >>> lower;
      bits += upper >= 0 && upper < ESCAPE ? upper + 1 + lower : ESCAPE + Long.SIZE;
    }
    return new Rice(centre, lower, bits);
  }

  private static long sampledMedian(long[] numbers, int from, int to) {
    long[] samples = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = numbers[from + i * (to - from) / SAMPLES];
    }
    Arrays.sort(samples);
    return samples[SAMPLES / 2];
  }
}
