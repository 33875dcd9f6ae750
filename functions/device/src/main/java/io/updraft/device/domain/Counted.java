package io.updraft.device.domain;

import io.updraft.device.published.Tally;

/** How a change of one update moves the tally. */
public final class Counted {
  private Counted() {}

  /** What a new update adds. */
  public static Tally created(Update update) {
    return of(update);
  }

  /** What the change adds and takes away; {@link Tally#NONE} where it does neither. */
  public static Tally between(Update before, Update after) {
    Tally was = of(before);
    Tally is = of(after);
    return new Tally(
        0,
        is.pending() - was.pending(),
        is.inProgress() - was.inProgress(),
        is.completed() - was.completed(),
        is.failed() - was.failed(),
        is.cancelled() - was.cancelled(),
        is.occupied() - was.occupied(),
        is.downloads() - was.downloads(),
        is.scheduled() - was.scheduled(),
        is.installed() - was.installed(),
        is.retrying() - was.retrying());
  }

  private static Tally of(Update update) {
    UpdateStatus status = update.status();
    return new Tally(
        1,
        one(status.waiting()),
        one(status.onDevice()),
        one(status == UpdateStatus.COMPLETED),
        one(status == UpdateStatus.FAILED),
        one(status == UpdateStatus.CANCELLED),
        one(update.occupies()),
        one(update.course().downloaded()),
        one(status == UpdateStatus.SCHEDULED),
        one(update.installed()),
        one(update.retrying()));
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }
}
