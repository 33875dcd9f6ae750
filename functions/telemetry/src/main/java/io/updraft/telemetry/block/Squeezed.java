package io.updraft.telemetry.block;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes of texts, deflated (RFC 1951) where that makes them fewer. */
final class Squeezed {
  /** Of one section, before they are deflated: what a reader is ready to hold in memory. */
  static final int MOST_BYTES = 16 << 20;

  /** The format can't do more than 1032 to 1. */
  private static final int BEST_RATIO = 1032;

  private static final int WORTH_A_TRIAL = 48;

  private Squeezed() {}

  static void write(Sink sink, Sink texts) {
    if (texts.size() > MOST_BYTES) {
      throw new IllegalArgumentException("more text than a block can hold: " + texts.size());
    }
    byte[] plain = texts.toBytes();
    byte[] deflated = plain.length < WORTH_A_TRIAL ? plain : deflated(plain);
    boolean fewer = deflated.length < plain.length;
    sink.number(plain.length);
    sink.number(fewer ? deflated.length : 0);
    sink.bytes(fewer ? deflated : plain, fewer ? deflated.length : plain.length);
  }

  static Source read(Source source) throws DamagedBlock {
    int length = source.count(MOST_BYTES);
    int deflated = source.count(source.remaining());
    byte[] plain = deflated == 0 ? source.bytes(length) : inflated(source.bytes(deflated), length);
    return Source.of(plain, 0, plain.length);
  }

  /** All of it, or as much as is plain; then it was not worth it. */
  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] deflated = new byte[plain.length];
      return Arrays.copyOf(deflated, deflater.deflate(deflated));
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflated(byte[] deflated, int length) throws DamagedBlock {
    if (length > (long) deflated.length * BEST_RATIO) {
      throw new DamagedBlock("a text is longer than it can be");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      byte[] plain = new byte[length];
      if (inflater.inflate(plain) != length) {
        throw new DamagedBlock("a text is too short");
      }
      return plain;
    } catch (DataFormatException e) {
      throw new DamagedBlock("a text can't be inflated");
    } finally {
      inflater.end();
    }
  }
}
