package io.updraft.telemetry.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits that are being read, by the word, out of bytes with {@link Source#PADDING} behind them. */
final class BitSource {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] padded;
  private final long end;
  private long at;

  BitSource(byte[] padded, int from, int end) {
    this.padded = padded;
    this.end = (long) end * Byte.SIZE;
    this.at = (long) from * Byte.SIZE;
  }

  /** Fails where fewer bits are left; afterwards so many can be taken unchecked. */
  void require(long bits) throws DamagedBlock {
    if (bits > end - at) {
      throw new DamagedBlock("bits are missing at the end");
    }
  }

  /** The next 57 bits or more. What lies behind the end is nothing that a caller may keep. */
  long peek() {
    return (long) LONG.get(padded, (int) (at >>> 3)) >>> (at & 7);
  }

  void skip(int bits) {
    at += bits;
  }

  long take(int width) {
    int shift = (int) at & 7;
    long word = peek();
    if (shift + width > Long.SIZE) {
      word |= (long) padded[(int) (at >>> 3) + Long.BYTES] << (Long.SIZE - shift);
    }
    at += width;
    return width == Long.SIZE ? word : word & ((1L << width) - 1);
  }

  /** Where the byte after the last bit is. */
  int position() {
    return (int) ((at + 7) >>> 3);
  }
}
