package io.updraft.campaign.advance;

import io.updraft.device.published.Tally;
import java.util.EnumSet;
import java.util.Set;

/** What a walk may come to see: a rule about what never happens would hold for nothing. */
enum Sight {
  RETRYING,
  INSTALLED,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** All slots are taken. */
  FULL,
  TAKEN_BACK,
  RETRYING_BACK,
  /** All slots are taken by rollbacks, and more devices are to go back. */
  FULL_BACK,
  /** What was to be given up, and completed when the rollback had gone over it already. */
  PASSED_OVER;

  static Set<Sight> of(Tally tally, Tally back, int concurrent) {
    Set<Sight> seen = EnumSet.noneOf(Sight.class);
    add(seen, RETRYING, tally.retrying() > 0);
    add(seen, INSTALLED, tally.installed() > 0);
    add(seen, COMPLETED, tally.completed() > 0);
    add(seen, FAILED, tally.failed() > tally.retrying());
    add(seen, CANCELLED, tally.cancelled() > 0);
    add(seen, FULL, tally.occupied() == concurrent);
    add(seen, TAKEN_BACK, back.completed() > 0);
    add(seen, RETRYING_BACK, back.retrying() > 0);
    add(seen, FULL_BACK, back.occupied() == concurrent && back.total() < tally.completed());
    return seen;
  }

  private static void add(Set<Sight> seen, Sight sight, boolean there) {
    if (there) {
      seen.add(sight);
    }
  }
}
