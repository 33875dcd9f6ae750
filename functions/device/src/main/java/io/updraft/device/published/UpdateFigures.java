package io.updraft.device.published;

/** What became of some updates, how long they took, and what of it was in the last day. */
public record UpdateFigures(UpdateCounts counts, Durations durations, LastDay lastDay) {
  public static final UpdateFigures NONE =
      new UpdateFigures(UpdateCounts.NONE, Durations.NONE, LastDay.NONE);

  public UpdateFigures plus(UpdateFigures other) {
    return new UpdateFigures(
        counts.plus(other.counts), durations.plus(other.durations), lastDay.plus(other.lastDay));
  }

  /**
   * After some changes. A failure that is taken back by a retry leaves the counts, and stays in the
   * hour in which it happened.
   *
   * @param hour in which the changes are noticed
   */
  public UpdateFigures changed(UpdateCounts by, Durations took, long hour) {
    Ended ended = new Ended(Math.max(0, by.completed()), Math.max(0, by.failed()));
    return new UpdateFigures(counts.plus(by), durations.plus(took), lastDay.with(hour, ended));
  }
}
