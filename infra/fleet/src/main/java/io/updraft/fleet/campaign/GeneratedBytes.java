package io.updraft.fleet.campaign;

import java.io.InputStream;
import java.util.Random;

/** Bytes that look like a compressed firmware: the same seed and size, the same bytes. */
final class GeneratedBytes extends InputStream {
  private final Random random;
  private final byte[] one = new byte[1];
  private long left;

  GeneratedBytes(long seed, long size) {
    this.random = new Random(seed);
    this.left = size;
  }

  @Override
  public int read() {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Gives the same bytes whatever the lengths that are asked for: one at a time. */
  @Override
  public int read(byte[] buffer, int offset, int length) {
    int count = (int) Math.min(length, left);
    for (int i = offset; i < offset + count; i++) {
      buffer[i] = (byte) (random.nextInt() >> 24);
    }
    left -= count;
    return count == 0 && length > 0 ? -1 : count;
  }
}
