package io.updraft.device.published;

import org.jspecify.annotations.Nullable;

/**
 * How many updates came to an end in some time.
 *
 * @param failed attempts that failed, those that were retried afterwards among them
 */
public record Ended(long completed, long failed) {
  public static final Ended NONE = new Ended(0, 0);

  public Ended plus(Ended other) {
    return new Ended(completed + other.completed, failed + other.failed);
  }

  /** Completed / (completed + failed), 0 to 1; null where nothing has ended. */
  public @Nullable Double successRate() {
    return rate(completed, failed);
  }

  static @Nullable Double rate(long completed, long failed) {
    long ended = completed + failed;
    return ended == 0 ? null : (double) completed / ended;
  }
}
