package io.updraft.telemetry.block;

/** Bits that are being written, the lowest of each number first. */
final class BitSink {
  private final Sink sink;
  private long pending;
  private int filled;

  BitSink(Sink sink) {
    this.sink = sink;
  }

  /** The lowest bits of a number that has no others. */
  void put(long value, int width) {
    pending |= value << filled;
    filled += width;
    if (filled >= Long.SIZE) {
      sink.word(pending);
      filled -= Long.SIZE;
      // A shift by 64 would be none.
      pending = filled == 0 ? 0 : value >>> (width - filled);
    }
  }

  /** Fills the last byte up. */
  void end() {
    for (int left = filled; left > 0; left -= Byte.SIZE) {
      sink.octet((int) pending);
      pending >>>= Byte.SIZE;
    }
    filled = 0;
    pending = 0;
  }
}
