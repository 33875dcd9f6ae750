package io.updraft.campaign.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign starts by itself, and by when it must have ended.
 *
 * @param start null where a user starts it
 * @param end null where it may take as long as it takes
 */
public record Schedule(@Nullable Instant start, @Nullable Instant end) {
  public static final Schedule NONE = new Schedule(null, null);

  /** Whether the time of its start has come. */
  public boolean due(Instant now) {
    return start != null && !now.isBefore(start);
  }

  /** Whether its time is over. */
  public boolean over(Instant now) {
    return end != null && !now.isBefore(end);
  }
}
