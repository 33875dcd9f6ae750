package io.updraft.telemetry.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that are being written. The counterpart of {@link Source}. */
final class Sink {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[64];
  private int size;

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void octet(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /**
   * Seven bits a byte, the lowest first (LEB128); as many bytes as the number without sign needs.
   */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      octet((int) rest | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** A number of which small ones of both signs are short (zigzag). */
  void signed(long value) {
    number(ZigZag.of(value));
  }

  void word(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /**
   * A text in UTF-8, or in UTF-16 where it has halves of surrogate pairs, which UTF-8 can't hold.
   */
  void text(String text) {
    boolean utf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
    byte[] encoded = utf8 ? text.getBytes(charset) : halves(text);
    number(((long) encoded.length << 1) | (utf8 ? 0 : 1));
    bytes(encoded, encoded.length);
  }

  void append(Sink other) {
    bytes(other.bytes, other.size);
  }

  void bytes(byte[] from, int length) {
    reserve(length);
    System.arraycopy(from, 0, bytes, size, length);
    size += length;
  }

  /** The checksum (CRC-32C) of all that was written, four bytes. */
  int checksum() {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, size);
    return (int) checksum.getValue();
  }

  void checksum(int checksum) {
    reserve(Integer.BYTES);
    INT.set(bytes, size, checksum);
    size += Integer.BYTES;
  }

  /** Encoders replace what is no character; these are the plain units. */
  private static byte[] halves(String text) {
    byte[] units = new byte[text.length() * Character.BYTES];
    for (int i = 0; i < text.length(); i++) {
      units[2 * i] = (byte) text.charAt(i);
      units[2 * i + 1] = (byte) (text.charAt(i) >> Byte.SIZE);
    }
    return units;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
