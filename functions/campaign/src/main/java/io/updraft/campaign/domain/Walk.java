package io.updraft.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the sources of a campaign.
 *
 * @param number how often they have been walked from their beginning before this time
 * @param devices that they have named in this walk, those that others of them name too among them
 * @param ended null while it goes on
 */
public record Walk(int number, long devices, @Nullable Instant ended) {
  public static final Walk FIRST = new Walk(0, 0, null);

  private static final Duration LEAST_PAUSE = Duration.ofMinutes(5);
  private static final Duration PAUSE_PER_DEVICE = Duration.ofMinutes(1).dividedBy(1_000);

  /** Whether no device can be a target from a walk before this one. */
  public boolean first() {
    return number == 0;
  }

  /** After so many devices more. */
  public Walk on(long more) {
    return new Walk(number, devices + more, null);
  }

  public Walk endedAt(Instant now) {
    return new Walk(number, devices, now);
  }

  /** From the beginning. */
  public Walk again() {
    return new Walk(number + 1, 0, null);
  }

  /** When a dynamic campaign walks again: the more it has to walk, the less often. */
  public @Nullable Instant next() {
    Duration pause = PAUSE_PER_DEVICE.multipliedBy(devices);
    return ended == null
        ? null
        : ended.plus(pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause);
  }
}
