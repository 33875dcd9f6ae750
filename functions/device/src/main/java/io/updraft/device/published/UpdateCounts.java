package io.updraft.device.published;

import org.jspecify.annotations.Nullable;

/**
 * How many updates are in which state: {@code total = pending + inProgress + completed + failed +
 * cancelled}.
 *
 * @param downloads updates that got past downloading
 */
public record UpdateCounts(
    long total,
    long pending,
    long inProgress,
    long completed,
    long failed,
    long cancelled,
    long downloads) {
  public static final UpdateCounts NONE = new UpdateCounts(0, 0, 0, 0, 0, 0, 0);

  public static UpdateCounts of(Tally tally) {
    return new UpdateCounts(
        tally.total(),
        tally.pending(),
        tally.inProgress(),
        tally.completed(),
        tally.failed(),
        tally.cancelled(),
        tally.downloads());
  }

  public UpdateCounts plus(UpdateCounts other) {
    return added(other, 1);
  }

  public UpdateCounts minus(UpdateCounts other) {
    return added(other, -1);
  }

  private UpdateCounts added(UpdateCounts other, int times) {
    return new UpdateCounts(
        total + times * other.total,
        pending + times * other.pending,
        inProgress + times * other.inProgress,
        completed + times * other.completed,
        failed + times * other.failed,
        cancelled + times * other.cancelled,
        downloads + times * other.downloads);
  }

  /** Completed / (completed + failed), 0 to 1; null before the first has ended. */
  public @Nullable Double successRate() {
    return Ended.rate(completed, failed);
  }
}
