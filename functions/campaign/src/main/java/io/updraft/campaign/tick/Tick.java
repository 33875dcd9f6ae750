package io.updraft.campaign.tick;

import io.updraft.campaign.domain.DueIndex;
import io.updraft.campaign.domain.DueIndex.Due;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each campaign that is due: starts it, or wakes its engine. */
final class Tick {
  private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

  /** What one part may hold up one run; the next run goes on. */
  private static final int MOST_PER_PART = 500;

  private final DueIndex index;
  private final StartScheduled starting;
  private final WakeEngine waking;
  private final Clock clock;

  Tick(DueIndex index, StartScheduled starting, WakeEngine waking, Clock clock) {
    this.index = index;
    this.starting = starting;
    this.waking = waking;
    this.clock = clock;
  }

  /** Returns how many were looked at; one that fails holds up no other. */
  int run() {
    int looked = 0;
    Set<String> full = new HashSet<>();
    for (int part = 0; part < DueIndex.PARTS; part++) {
      List<Due> due = index.due(part, clock.instant(), MOST_PER_PART);
      due.forEach(d -> look(d, full));
      looked += due.size();
    }
    return looked;
  }

  /**
   * Looks at one.
   *
   * @param full organizations that were found to have no slot: their other campaigns wait too
   */
  private void look(Due due, Set<String> full) {
    try {
      if (due.started()) {
        waking.wake(due.organization(), due.campaignId());
      } else if (!full.contains(due.organization())
          && starting.start(due.organization(), due.campaignId())) {
        full.add(due.organization());
      }
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .addKeyValue("organization_id", due.organization())
          .addKeyValue("campaign_id", due.campaignId())
          .log("a campaign that is due was passed over");
    }
  }
}
