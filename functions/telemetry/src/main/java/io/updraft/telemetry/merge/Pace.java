package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Arrived;
import io.updraft.telemetry.domain.MergeStore.Closing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a device is merged again: so that about as much has arrived then as is worth it. What a
 * device sends once an hour is merged four times a day, what it sends each second every few
 * minutes.
 */
final class Pace {
  /** Arrivals; reading them costs about as much as reading the parts of a few metrics. */
  private static final double WORTH_ARRIVALS = 200;

  /** Bytes of arrivals: 50 eventually consistent read units for whoever asks before. */
  private static final double WORTH_BYTES = 400_000;

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration AT_ONCE = Duration.ZERO;

  /** Hours of arrivals that are remembered one by one. */
  private static final int HOURS = 25;

  private Pace() {}

  static Closing closing(Backlog backlog, Instant now) {
    boolean nothing = backlog.arrivals().isEmpty() && !backlog.recent();
    boolean over = nothing && backlog.idle();
    Instant due = over ? null : now.plus(backlog.more() ? AT_ONCE : pause(backlog, now));
    return new Closing(now, due, !backlog.recent() && !backlog.more(), hours(backlog, now));
  }

  private static Duration pause(Backlog backlog, Instant now) {
    double full =
        Math.max(backlog.arrivals().size() / WORTH_ARRIVALS, backlog.bytes() / WORTH_BYTES);
    double seconds = Math.max(1, Duration.between(backlog.since(), now).toSeconds());
    double pause = full == 0 ? SHORTEST.toSeconds() : seconds / full;
    return Duration.ofSeconds(
        Math.clamp(Math.round(pause), SHORTEST.toSeconds(), LONGEST.toSeconds()));
  }

  private static Map<Long, Long> hours(Backlog backlog, Instant now) {
    Map<Long, Long> hours = new TreeMap<>(backlog.hours());
    for (Arrived arrived : backlog.arrivals()) {
      hours.merge(hour(arrived.at()), (long) arrived.points(), Long::sum);
    }
    hours.keySet().removeIf(hour -> hour <= hour(now) - HOURS);
    return hours;
  }

  /** Hours since the epoch. */
  static long hour(Instant time) {
    return time.getEpochSecond() / 3_600;
  }
}
