package io.updraft.campaign.domain;

import io.updraft.device.published.Tally;
import io.updraft.events.CampaignCancelled;
import io.updraft.events.CampaignChange;
import io.updraft.events.CampaignCompleted;
import io.updraft.events.CampaignCreated;
import io.updraft.events.CampaignEvent;
import io.updraft.events.CampaignFailed;
import io.updraft.events.CampaignPaused;
import io.updraft.events.CampaignStarted;
import io.updraft.events.Counters;
import io.updraft.events.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the moves of campaigns, each with its entry in the timeline and its event. */
public final class Moves {
  private final Clock clock;
  private final Ids ids;

  public Moves(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** A campaign that begins its life, as a move of itself. */
  public Move create(CampaignPlan plan, CampaignFirmware firmware, long estimate, Actor actor) {
    Instant now = now();
    Campaign campaign = Campaign.planned(ids.campaign(now), plan, firmware, estimate, actor, now);
    CampaignCreated event =
        new CampaignCreated(
            campaign.campaignId(),
            plan.name(),
            firmware.firmwareId(),
            firmware.version().text(),
            estimate,
            plan.pace().strategy().wireName(),
            plan.priority().wireName(),
            actor.user(),
            now);
    return move(campaign, campaign, event, actor, null);
  }

  public Move start(Campaign before, long estimate, Actor actor) {
    Campaign after = before.moved(CampaignStatus.IN_PROGRESS, null, actor, now());
    CampaignStarted event =
        new CampaignStarted(
            after.campaignId(),
            after.plan().name(),
            after.firmware().firmwareId(),
            after.firmware().version().text(),
            estimate,
            after.updatedAt());
    return move(before, after, event, actor, null);
  }

  public Move pause(Campaign before, Tally tally, Actor actor, String reason) {
    Campaign after = before.moved(CampaignStatus.PAUSED, reason, actor, now());
    return move(before, after, new CampaignPaused(change(after, tally)), actor, reason);
  }

  public Move cancel(Campaign before, Tally tally, Actor actor, String reason) {
    Campaign after = before.moved(CampaignStatus.CANCELLED, reason, actor, now());
    return move(before, after, new CampaignCancelled(change(after, tally)), actor, reason);
  }

  public Move complete(Campaign before, Tally tally) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.moved(CampaignStatus.COMPLETED, null, system, now());
    return move(before, after, new CampaignCompleted(change(after, tally)), system, null);
  }

  public Move fail(Campaign before, Tally tally, String reason) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.moved(CampaignStatus.FAILED, reason, system, now());
    return move(before, after, new CampaignFailed(change(after, tally), reason), system, reason);
  }

  /** The type of the event, without what it is about, names the move: {@code started}. */
  private Move move(
      Campaign before, Campaign after, CampaignEvent event, Actor actor, @Nullable String why) {
    String what = event.type().substring(event.type().indexOf('.') + 1);
    TimelineEntry entry =
        new TimelineEntry(after.updatedAt(), after.sequence(), what, actor.user(), why);
    Envelope envelope = Envelope.of(event, actor.origin(), after.sequence(), ids.event());
    return new Move(before, after, entry, envelope);
  }

  private static CampaignChange change(Campaign after, Tally tally) {
    return new CampaignChange(
        after.campaignId(),
        after.plan().name(),
        after.firmware().firmwareId(),
        Counters.of(
            tally.pending(),
            tally.inProgress(),
            tally.completed(),
            tally.failed(),
            tally.cancelled()),
        after.updatedBy(),
        after.updatedAt());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
