package io.updraft.telemetry.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** Times of data points as ISO 8601 with an offset; inside, nanoseconds since the epoch. */
public final class Times {
  private static final long SECOND = 1_000_000_000L;
  private static final int SHORTEST = "2026-01-31T08:00:00Z".length();
  private static final int FRACTION = "2026-01-31T08:00:00".length();

  private Times() {}

  /** The time; empty for anything else, and before 1970 or after 2262. */
  public static OptionalLong parse(String text) {
    try {
      long time = utc(text) ? seconds(text) * SECOND + fraction(text) : general(text);
      return time >= 0 ? OptionalLong.of(time) : OptionalLong.empty();
    } catch (DateTimeException | ArithmeticException notATime) {
      return OptionalLong.empty();
    }
  }

  /** With as many digits of a second as it has, three, six or nine. */
  public static String text(long nanos) {
    Instant time =
        Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    String text = time.toString();
    return text.length() == SHORTEST ? text.substring(0, SHORTEST - 1) + ".000Z" : text;
  }

  private static long general(String text) {
    Instant time = OffsetDateTime.parse(text).toInstant();
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
  }

  // What nearly all senders write is read by place: the general parser takes ten times as long.
  private static boolean utc(String text) {
    return text.length() >= SHORTEST
        && text.length() <= SHORTEST + 10
        && text.charAt(text.length() - 1) == 'Z'
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && (text.length() == SHORTEST || text.charAt(FRACTION) == '.')
        && text.length() != SHORTEST + 1;
  }

  private static long seconds(String text) {
    int year = digits(text, 0, 4);
    if (year < 1970 || year > 2261) {
      throw new DateTimeException("out of the range of a long");
    }
    long day = LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
    return day * 86_400
        + below(24, digits(text, 11, 13)) * 3_600L
        + below(60, digits(text, 14, 16)) * 60L
        + below(60, digits(text, 17, 19));
  }

  private static long fraction(String text) {
    int end = text.length() - 1;
    if (end <= FRACTION) {
      return 0;
    }
    long nanos = digits(text, FRACTION + 1, end);
    for (int digit = end - FRACTION - 1; digit < 9; digit++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int below(int end, int number) {
    if (number >= end) {
      throw new DateTimeException("not below " + end);
    }
    return number;
  }
}
