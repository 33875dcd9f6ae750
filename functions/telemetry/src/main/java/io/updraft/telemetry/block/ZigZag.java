package io.updraft.telemetry.block;

/** Signed numbers as numbers without sign, so that those near zero stay small: 0, -1, 1, -2, 2. */
final class ZigZag {
  private ZigZag() {}

  static long of(long signed) {
    return (signed << 1) ^ (signed >> 63);
  }

  static long back(long zigzag) {
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  /** Bits that {@link Sink#signed} takes for a number. */
  static int bitsOf(long signed) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(of(signed) | 1);
    return (bits + 6) / 7 * Byte.SIZE;
  }
}
