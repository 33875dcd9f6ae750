package io.updraft.campaign.domain;

import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.events.CampaignApproved;
import io.updraft.events.CampaignCancelled;
import io.updraft.events.CampaignChange;
import io.updraft.events.CampaignCompleted;
import io.updraft.events.CampaignCreated;
import io.updraft.events.CampaignEvent;
import io.updraft.events.CampaignFailed;
import io.updraft.events.CampaignPaused;
import io.updraft.events.CampaignPromoted;
import io.updraft.events.CampaignRejected;
import io.updraft.events.CampaignResumed;
import io.updraft.events.CampaignRollbackStarted;
import io.updraft.events.CampaignRolledBack;
import io.updraft.events.CampaignScheduled;
import io.updraft.events.CampaignStarted;
import io.updraft.events.CampaignUpdated;
import io.updraft.events.Counters;
import io.updraft.events.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the moves of campaigns, each with its lines in the timeline and its events. */
public final class Moves {
  private final Clock clock;
  private final Ids ids;

  public Moves(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** A campaign that begins its life, as a move of itself; scheduled where it has a start. */
  public Move create(CampaignPlan plan, CampaignFirmware firmware, long estimate, Actor actor) {
    Instant now = now();
    Campaign created = Campaign.planned(ids.campaign(now), plan, firmware, estimate, actor, now);
    Happening creation = told(created, creation(created), actor, null);
    if (plan.schedule().start() == null) {
      return new Move(created, created, List.of(creation), Move.Nudge.NONE);
    }
    Campaign scheduled = created.edit(actor, now).moveTo(CampaignStatus.SCHEDULED, null).done();
    Happening scheduling =
        told(scheduled, new CampaignScheduled(change(scheduled, Tally.NONE)), actor, null);
    return new Move(scheduled, scheduled, List.of(creation, scheduling), Move.Nudge.NONE);
  }

  private static CampaignCreated creation(Campaign campaign) {
    return new CampaignCreated(
        campaign.campaignId(),
        campaign.plan().name(),
        campaign.firmware().firmwareId(),
        campaign.firmware().version().text(),
        campaign.estimatedTargets(),
        campaign.plan().pace().strategy().wireName(),
        campaign.plan().priority().wireName(),
        campaign.createdBy(),
        campaign.createdAt());
  }

  /**
   * Another plan for a campaign that has not started. One that weighs voids what was said of the
   * old plan.
   *
   * @param weighs whether firmware, targets, strategy, percentage or commands differ
   * @param what the fields that differ, for the timeline
   */
  public Move replan(
      Campaign before,
      CampaignPlan plan,
      CampaignFirmware firmware,
      long estimate,
      boolean weighs,
      Actor actor,
      String what) {
    CampaignStatus next = planned(before, plan, weighs);
    CampaignEdit edit = before.edit(actor, now()).plan(plan, firmware, estimate);
    if (weighs) {
      edit.approval(null);
    }
    if (next != before.status()) {
      edit.moveTo(next, null);
    }
    boolean scheduling = next == CampaignStatus.SCHEDULED && !scheduledAlready(before, plan);
    return scheduling
        ? replanned(before, edit.done(2), actor, what, true)
        : replanned(before, edit.done(), actor, what, false);
  }

  /** A refused plan is a new one only when something of weight has changed. */
  private static CampaignStatus planned(Campaign before, CampaignPlan plan, boolean weighs) {
    if (before.status() == CampaignStatus.REJECTED && !weighs) {
      return CampaignStatus.REJECTED;
    }
    return plan.schedule().start() == null ? CampaignStatus.CREATED : CampaignStatus.SCHEDULED;
  }

  private static boolean scheduledAlready(Campaign before, CampaignPlan plan) {
    return before.status() == CampaignStatus.SCHEDULED
        && before.plan().schedule().equals(plan.schedule());
  }

  private Move replanned(
      Campaign before, Campaign after, Actor actor, String what, boolean scheduling) {
    List<Happening> happenings = new ArrayList<>();
    CampaignChange change = change(after, Tally.NONE);
    happenings.add(told(after, before.sequence() + 1, new CampaignUpdated(change), actor, what));
    if (scheduling) {
      happenings.add(told(after, new CampaignScheduled(change), actor, null));
    }
    return new Move(before, after, happenings, Move.Nudge.NONE);
  }

  /** Other bounds for a campaign that runs. */
  public Move adjust(Campaign before, CampaignPlan plan, Tally tally, Actor actor, String what) {
    Campaign after =
        before.edit(actor, now()).plan(plan, before.firmware(), before.estimatedTargets()).done();
    boolean wider = plan.pace().rolloutPercentage() > before.plan().pace().rolloutPercentage();
    return move(
        before,
        after,
        new CampaignUpdated(change(after, tally)),
        actor,
        what,
        wider ? Move.Nudge.WIDEN : Move.Nudge.NONE);
  }

  public Move approve(Campaign before, Actor actor, @Nullable String comment) {
    Instant now = now();
    Campaign after =
        before.edit(actor, now).approval(new Approval(true, actor.user(), comment, now)).done();
    return move(before, after, CampaignApproved::new, Tally.NONE, actor, comment);
  }

  public Move reject(Campaign before, Actor actor, @Nullable String comment) {
    Instant now = now();
    Campaign after =
        before
            .edit(actor, now)
            .approval(new Approval(false, actor.user(), comment, now))
            .moveTo(CampaignStatus.REJECTED, comment)
            .done();
    return move(before, after, CampaignRejected::new, Tally.NONE, actor, comment);
  }

  public Move start(Campaign before, long estimate, Actor actor) {
    Campaign after = before.edit(actor, now()).moveTo(CampaignStatus.IN_PROGRESS, null).done();
    CampaignStarted event =
        new CampaignStarted(
            after.campaignId(),
            after.plan().name(),
            after.firmware().firmwareId(),
            after.firmware().version().text(),
            estimate,
            after.updatedAt());
    return move(before, after, event, actor, null, Move.Nudge.NONE);
  }

  /** What keeps a campaign from starting although its time has come; tells nobody. */
  public Move hindered(Campaign before, String reason) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.edit(system, now()).hindered(reason).done(0);
    return new Move(before, after, List.of(), Move.Nudge.NONE);
  }

  public Move pause(Campaign before, Tally tally, Actor actor, @Nullable String reason) {
    Campaign after = before.edit(actor, now()).moveTo(CampaignStatus.PAUSED, reason).done();
    return move(before, after, CampaignPaused::new, tally, actor, reason);
  }

  /** Stops a campaign whose firmware was recalled; one that a user has paused stays paused. */
  public Move recall(Campaign before, Tally tally, String reason) {
    Actor system = Actor.system(before.organization());
    CampaignEdit edit = before.edit(system, now()).recalled(reason);
    if (before.status() != CampaignStatus.PAUSED) {
      edit.moveTo(CampaignStatus.PAUSED, reason);
    }
    Campaign after = edit.done();
    return move(before, after, CampaignPaused::new, tally, system, reason);
  }

  public Move resume(Campaign before, Tally tally, Actor actor) {
    Campaign after = before.edit(actor, now()).moveTo(CampaignStatus.IN_PROGRESS, null).done();
    return move(before, after, CampaignResumed::new, tally, actor, null);
  }

  /** To the next stage; in a blue-green campaign, the switch for all. */
  public Move promote(Campaign before, Tally tally, Actor actor, String what) {
    Campaign after = before.edit(actor, now()).promoted().done();
    CampaignEvent event = new CampaignPromoted(change(after, tally));
    return move(before, after, event, actor, what, Move.Nudge.PROMOTE);
  }

  public Move cancel(Campaign before, Tally tally, Actor actor, String reason) {
    Campaign after = before.edit(actor, now()).moveTo(CampaignStatus.CANCELLED, reason).done();
    return move(before, after, CampaignCancelled::new, tally, actor, reason);
  }

  public Move complete(Campaign before, Tally tally, @Nullable String reason) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.edit(system, now()).moveTo(CampaignStatus.COMPLETED, reason).done();
    return move(before, after, CampaignCompleted::new, tally, system, reason);
  }

  public Move fail(Campaign before, Tally tally, String reason) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.edit(system, now()).moveTo(CampaignStatus.FAILED, reason).done();
    return move(before, after, change -> new CampaignFailed(change, reason), tally, system, reason);
  }

  /** Takes back the devices that have completed. */
  public Move rollBack(
      Campaign before, RollbackTrigger trigger, Tally tally, Actor actor, String reason) {
    Campaign after =
        before.edit(actor, now()).moveTo(CampaignStatus.ROLLBACK, reason).rollback(trigger).done();
    return move(before, after, CampaignRollbackStarted::new, tally, actor, reason);
  }

  /** Ends the rollback that a user has started; an automatic one ends in {@link #fail}. */
  public Move rolledBack(Campaign before, Tally tally, String reason) {
    Actor system = Actor.system(before.organization());
    Campaign after = before.edit(system, now()).moveTo(CampaignStatus.ROLLED_BACK, reason).done();
    return move(before, after, CampaignRolledBack::new, tally, system, reason);
  }

  private Move move(
      Campaign before,
      Campaign after,
      Function<CampaignChange, CampaignEvent> event,
      Tally tally,
      Actor actor,
      @Nullable String why) {
    return move(before, after, event.apply(change(after, tally)), actor, why, Move.Nudge.NONE);
  }

  private Move move(
      Campaign before,
      Campaign after,
      CampaignEvent event,
      Actor actor,
      @Nullable String why,
      Move.Nudge nudge) {
    return new Move(before, after, List.of(told(after, event, actor, why)), nudge);
  }

  private Happening told(Campaign after, CampaignEvent event, Actor actor, @Nullable String why) {
    return told(after, after.sequence(), event, actor, why);
  }

  /** The type of the event, without what it is about, names the move: {@code started}. */
  private Happening told(
      Campaign after, long sequence, CampaignEvent event, Actor actor, @Nullable String why) {
    String what = event.type().substring(event.type().indexOf('.') + 1);
    TimelineEntry entry = new TimelineEntry(after.updatedAt(), sequence, what, actor.user(), why);
    return new Happening(entry, Envelope.of(event, actor.origin(), sequence, ids.event()));
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
