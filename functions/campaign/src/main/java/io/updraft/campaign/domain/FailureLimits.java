package io.updraft.campaign.domain;

import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import java.util.List;

/**
 * When failures end a campaign, and what follows.
 *
 * @param thresholdPercent the share that is too much: reached means at least, 1..100
 * @param minFailures fewer never end a campaign that is still going on
 */
public record FailureLimits(
    int thresholdPercent, int minFailures, boolean autoRollback, List<RollbackTrigger> triggers) {

  public FailureLimits {
    triggers = List.copyOf(triggers);
  }

  /**
   * Whether too many failed: of those that ended by themselves, once a batch has ended and enough
   * failed; and of all targets, at any time once they are known. Before that the total is not known
   * either, and a batch means a whole one: the first of two targets must not decide alone.
   */
  public boolean reached(Tally tally, int batchSize, boolean targetsResolved) {
    long ended = tally.completed() + tally.failed() + tally.cancelled();
    long batch = targetsResolved ? Math.min(batchSize, tally.total()) : batchSize;
    boolean judged = ended >= batch && tally.failed() >= minFailures;
    return (judged && share(tally.failed(), tally.failed() + tally.completed()))
        || (targetsResolved && share(tally.failed(), tally.total()));
  }

  /** Whether the campaign is rolled back, and does not just fail, when failures end it. */
  public boolean rollsBack() {
    return autoRollback && triggers.contains(RollbackTrigger.FAILURE_RATE);
  }

  private boolean share(long failed, long of) {
    return failed > 0 && failed * 100 >= thresholdPercent * of;
  }
}
