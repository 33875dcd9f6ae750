package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a campaign is over, and moves it. Each move holds only while campaign and engine
 * are as they were read: where somebody else has changed one of them meanwhile nothing is written,
 * and that change has woken the engine again.
 */
final class JudgeCampaign {
  private final Campaigns campaigns;
  private final Moves moves;

  JudgeCampaign(Campaigns campaigns, Moves moves) {
    this.campaigns = campaigns;
    this.moves = moves;
  }

  /** Whether so many failed that this ended it. */
  boolean failed(Campaign campaign, Engine engine, Tally tally) {
    FailureLimits limits = campaign.plan().limits();
    boolean reached = limits.reached(tally, campaign.plan().pace().batchSize(), engine.resolved());
    if (reached) {
      end(campaign, engine, tally, tooMany(limits, tally));
    }
    return reached;
  }

  /** While a campaign is paused, failures take devices back; whatever else they do can wait. */
  boolean failedWhilePaused(Campaign campaign, Engine engine, Tally tally) {
    return campaign.plan().limits().rollsBack() && failed(campaign, engine, tally);
  }

  /** For a firmware that was found bad: takes it back where that is wanted. */
  void end(Campaign campaign, Engine engine, Tally tally, String reason) {
    Actor system = Actor.system(campaign.organization());
    Move move =
        campaign.plan().limits().rollsBack()
            ? moves.rollBack(campaign, RollbackTrigger.FAILURE_RATE, tally, system, reason)
            : moves.fail(campaign, tally, reason);
    campaigns.move(move, engine);
  }

  /** Whether all has been done, or its time is over. */
  boolean ended(Campaign campaign, Engine engine, Tally tally, Instant now) {
    boolean dynamic = campaign.plan().targeting().dynamic();
    boolean over = campaign.plan().schedule().over(now);
    boolean known = engine.resolved() || (dynamic && !engine.walk().first());
    boolean done = known && tally.unfinished() == 0;
    if (done && (over || !dynamic)) {
      campaigns.move(moves.complete(campaign, tally, nobody(tally)), engine);
    } else if (over) {
      campaigns.move(moves.fail(campaign, tally, tooLate(campaign, tally)), engine);
    }
    return over || (done && !dynamic);
  }

  /** Ends a rollback whose last device has been taken back. */
  void rolledBack(Campaign campaign, Engine engine, Tally tally, Tally back) {
    String reason =
        Objects.requireNonNullElse(campaign.statusReason(), "rolled back")
            + "; "
            + wentBack(tally, back);
    Move move =
        campaign.rollback() == RollbackTrigger.FAILURE_RATE
            ? moves.fail(campaign, tally, reason)
            : moves.rolledBack(campaign, tally, reason);
    campaigns.move(move, engine);
  }

  private static String wentBack(Tally tally, Tally back) {
    // Those without a firmware to go back to were never counted as rollbacks.
    long updated = Math.max(tally.completed(), back.completed());
    return updated == 0
        ? "no device had been updated, so that none had to go back"
        : "%d of %d updated devices went back to the version before"
            .formatted(back.completed(), updated);
  }

  /** Lets all devices switch to what they have installed. */
  void releaseSwitch(Campaign campaign, Engine engine, Tally tally, String why) {
    Actor system = Actor.system(campaign.organization());
    campaigns.move(moves.promote(campaign, tally, system, why), engine);
  }

  /** That it is over at once surprises whoever has mistyped a group. */
  private static @Nullable String nobody(Tally tally) {
    return tally.total() > 0
        ? null
        : "no device was a target: none matched, or each was left out (left_out)";
  }

  private static String tooMany(FailureLimits limits, Tally tally) {
    return "%d of %d ended updates failed, which reaches the threshold of %d %%"
        .formatted(tally.failed(), tally.failed() + tally.completed(), limits.thresholdPercent());
  }

  private static String tooLate(Campaign campaign, Tally tally) {
    return "its scheduled end, %s, has passed with %d of %d updates unfinished"
        .formatted(campaign.plan().schedule().end(), tally.unfinished(), tally.total());
  }
}
