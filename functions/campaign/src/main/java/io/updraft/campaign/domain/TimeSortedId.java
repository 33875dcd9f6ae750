package io.updraft.campaign.domain;

import java.time.Instant;

/**
 * Ids of 26 characters that sort by time: 48 bits of milliseconds and 80 bits of something unique,
 * in lower-case Crockford Base32 (the form of a ULID).
 */
final class TimeSortedId {
  static final int UNIQUE_BYTES = 10;

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_DIGITS = 10;
  private static final int BITS = 5;

  private TimeSortedId() {}

  static String of(String prefix, Instant time, byte[] unique) {
    StringBuilder id = new StringBuilder(prefix);
    for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
      id.append(DIGITS.charAt((int) (time.toEpochMilli() >>> (digit * BITS)) & 31));
    }
    for (int bit = 0; bit < UNIQUE_BYTES * Byte.SIZE; bit += BITS) {
      id.append(DIGITS.charAt(bits(unique, bit)));
    }
    return id.toString();
  }

  private static int bits(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + BITS; bit++) {
      value = value << 1 | (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1);
    }
    return value;
  }
}
