package io.updraft.campaign.advance;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Tally;
import java.util.List;

/** What updates are to count, told once more and apart from the code that keeps the counts. */
final class Recount {
  private static final double ALL = 100;

  private Recount() {}

  /**
   * Counts updates.
   *
   * @param back those that take devices back, or the others
   */
  static Tally of(List<Update> all, boolean back) {
    return all.stream()
        .filter(u -> u.assignment().takesBack() == back)
        .map(Recount::of)
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally of(Update update) {
    UpdateStatus status = update.status();
    boolean scheduled = status == UpdateStatus.SCHEDULED;
    boolean waiting = scheduled || status == UpdateStatus.CREATED;
    boolean onDevice = !waiting && status.compareTo(UpdateStatus.COMPLETED) < 0;
    boolean rests = rests(update);
    boolean again = status == UpdateStatus.FAILED && update.course().dueAt() != null;
    boolean holds = (scheduled && !update.course().silent()) || (onDevice && !rests) || again;
    return new Tally(
        1,
        one(waiting),
        one(onDevice),
        one(status == UpdateStatus.COMPLETED),
        one(status == UpdateStatus.FAILED),
        one(status == UpdateStatus.CANCELLED),
        one(holds),
        one(update.course().downloaded()),
        one(scheduled),
        one(rests),
        one(again));
  }

  private static boolean rests(Update update) {
    return update.assignment().terms().blueGreen()
        && update.status() == UpdateStatus.INSTALLING
        && update.course().progress().install() >= ALL;
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }
}
