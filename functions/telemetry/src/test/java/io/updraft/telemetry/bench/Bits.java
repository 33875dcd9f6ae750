package io.updraft.telemetry.bench;

import java.nio.ByteBuffer;

/** Bits, the highest of each number first, as the papers have them. */
final class Bits {
  private final ByteBuffer words;
  private long word;
  private int free = Long.SIZE;

  private Bits(ByteBuffer words) {
    this.words = words;
  }

  /** To be written, at most ten bytes for each number. */
  static Bits of(int numbers) {
    return new Bits(ByteBuffer.allocate(numbers * 10 + 16));
  }

  static Bits of(byte[] bytes) {
    Bits bits = new Bits(ByteBuffer.wrap(bytes));
    bits.free = 0;
    return bits;
  }

  void put(long value, int width) {
    if (width > free) {
      int rest = width - free;
      put(value >>> rest, free);
      put(value & mask(rest), rest);
      return;
    }
    free -= width;
    word |= width == 0 ? 0 : (value & mask(width)) << free;
    if (free == 0) {
      words.putLong(word);
      word = 0;
      free = Long.SIZE;
    }
  }

  long take(int width) {
    if (width > free) {
      int rest = width - free;
      long upper = take(free);
      word = words.getLong();
      free = Long.SIZE;
      return rest == Long.SIZE ? take(rest) : (upper << rest) | take(rest);
    }
    free -= width;
    return width == 0 ? 0 : (word >>> free) & mask(width);
  }

  byte[] end() {
    words.putLong(word);
    byte[] bytes = new byte[words.position()];
    words.get(0, bytes);
    return bytes;
  }

  private static long mask(int width) {
    return width == Long.SIZE ? -1 : (1L << width) - 1;
  }
}
