package io.updraft.telemetry.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Bytes that are being read, from what nobody vouches for: each read checks that it stays within
 * them. The counterpart of {@link Sink}.
 */
final class Source {
  /** Bytes behind the end, so that bits can be read by the word without asking for the end. */
  static final int PADDING = 24;

  private final byte[] padded;
  private final int end;
  private int at;

  private Source(byte[] padded, int end) {
    this.padded = padded;
    this.end = end;
  }

  static Source of(byte[] bytes, int from, int to) {
    return new Source(Arrays.copyOfRange(bytes, from, to + PADDING), to - from);
  }

  int at() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  int octet() throws DamagedBlock {
    require(1);
    return padded[at++] & 0xFF;
  }

  long number() throws DamagedBlock {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new DamagedBlock("a number does not end");
  }

  long signed() throws DamagedBlock {
    return ZigZag.back(number());
  }

  /** A number of things, from none to the most that there can be. */
  int count(int most) throws DamagedBlock {
    long count = number();
    if (count < 0 || count > most) {
      throw new DamagedBlock("more of something than there can be");
    }
    return (int) count;
  }

  String text() throws DamagedBlock {
    long head = number();
    int length = length(head >>> 1);
    at += length;
    return (head & 1) == 0
        ? new String(padded, at - length, length, StandardCharsets.UTF_8)
        : units(at - length, length);
  }

  byte[] bytes(int length) throws DamagedBlock {
    require(length);
    at += length;
    return Arrays.copyOfRange(padded, at - length, at);
  }

  int checksum() throws DamagedBlock {
    return octet() | (octet() << 8) | (octet() << 16) | (octet() << 24);
  }

  /** The checksum of the bytes that have been read up to now. */
  int checksumSoFar() {
    return checksum(padded, 0, at);
  }

  static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  /** The bits from here on. {@link #skipTo} tells where they ended. */
  BitSource bits() {
    return new BitSource(padded, at, end);
  }

  void skipTo(int position) throws DamagedBlock {
    require(position - at);
    at = position;
  }

  private String units(int from, int length) {
    char[] units = new char[length / Character.BYTES];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) ((padded[from + 2 * i] & 0xFF) | (padded[from + 2 * i + 1] << Byte.SIZE));
    }
    return new String(units);
  }

  private int length(long claimed) throws DamagedBlock {
    if (claimed < 0 || claimed > remaining()) {
      throw new DamagedBlock("bytes are missing at the end");
    }
    return (int) claimed;
  }

  private void require(int more) throws DamagedBlock {
    if (more < 0 || more > remaining()) {
      throw new DamagedBlock("bytes are missing at the end");
    }
  }
}
