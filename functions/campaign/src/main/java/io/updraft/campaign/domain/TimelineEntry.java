package io.updraft.campaign.domain;

import io.updraft.events.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of a campaign's timeline: who, when, what, why.
 *
 * @param number orders entries of the same millisecond
 * @param what the move by its name: {@code started}
 */
public record TimelineEntry(
    Instant time, long number, String what, String by, @Nullable String why) {
  /** Above the number of any move, so that a line of the engine takes no move's place. */
  private static final long OF_ENGINES = 1_000_000;

  /** Above the number of any stage that a campaign comes to within a millisecond. */
  private static final long OF_DELETIONS = 1_000_000_000;

  /**
   * That a deleted device is no target any more.
   *
   * @param position of the device among the explicit ids: several can go in one millisecond
   */
  public static TimelineEntry deviceDeleted(Instant now, long position, String deviceId) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    return new TimelineEntry(
        time, OF_DELETIONS + position, "device_deleted", Event.SYSTEM, deviceId + " was deleted");
  }

  /** That the engine has come to another stage. */
  public static TimelineEntry stage(Engine before, Instant now, String why) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    return new TimelineEntry(time, OF_ENGINES + before.revision(), "stage", Event.SYSTEM, why);
  }
}
