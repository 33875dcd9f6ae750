package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The last 24 hours, hour by hour: 23 whole ones and the one that has begun. */
final class Hours {
  private static final int SECONDS = 3_600;
  private static final int COUNT = 24;

  private Hours() {}

  /** What arrived in the hour that begins at a time. */
  record Hour(Instant hour, long points) {}

  static List<Hour> lastDay(Map<Long, Figures> byHour, Instant now) {
    return lastDay(now)
        .filter(hour -> byHour.getOrDefault(hour, Figures.NONE).points() > 0)
        .mapToObj(
            hour ->
                new Hour(
                    Instant.ofEpochSecond(hour * SECONDS),
                    byHour.getOrDefault(hour, Figures.NONE).points()))
        .toList();
  }

  private static LongStream lastDay(Instant now) {
    long last = now.getEpochSecond() / SECONDS;
    return LongStream.rangeClosed(last - COUNT + 1, last);
  }

  /** Alerts that were triggered in the last day. */
  static long alerts(Map<Long, Figures> byHour, Instant now) {
    return lastDay(now).map(hour -> byHour.getOrDefault(hour, Figures.NONE).alerts()).sum();
  }

  static long points(List<Hour> hours) {
    return hours.stream().mapToLong(Hour::points).sum();
  }

  /** Points a minute, over the whole day. */
  static double perMinute(List<Hour> hours) {
    return (double) points(hours) / Duration.ofHours(COUNT).toMinutes();
  }
}
