package io.updraft.telemetry.block;

import java.util.Arrays;

/** Differences to the least number, all of them as wide as the widest (frame of reference). */
record Packed(long least, int width, long bits) implements MiniBlock {
  static Packed over(long[] numbers, int from, int to) {
    long least = numbers[from];
    long most = least;
    for (int i = from + 1; i < to; i++) {
      least = Math.min(least, numbers[i]);
      most = Math.max(most, numbers[i]);
    }
    int width = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    return new Packed(least, width, MiniBlock.bitsOfHead(least) + (long) width * (to - from));
  }

  @Override
  public void write(Sink sink, long[] numbers, int from, int to) {
    sink.octet(width);
    sink.signed(least);
    BitSink out = new BitSink(sink);
    for (int i = from; i < to; i++) {
      out.put(numbers[i] - least, width);
    }
    out.end();
  }

  static void read(BitSource bits, long least, int width, long[] numbers, int from, int to)
      throws DamagedBlock {
    if (width == 0) {
      Arrays.fill(numbers, from, to, least);
      return;
    }
    bits.require((long) width * (to - from));
    for (int i = from; i < to; i++) {
      numbers[i] = least + bits.take(width);
    }
  }
}
