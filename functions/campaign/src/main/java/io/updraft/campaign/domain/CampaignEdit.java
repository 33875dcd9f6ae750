package io.updraft.campaign.domain;

import io.updraft.device.published.RollbackTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds the campaign after a change; what is not named stays as it was. */
final class CampaignEdit {
  private final Campaign before;
  private final Actor actor;
  private final Instant now;
  private CampaignPlan plan;
  private CampaignFirmware firmware;
  private CampaignStatus status;
  private @Nullable String statusReason;
  private boolean recalled;
  private @Nullable Approval approval;
  private @Nullable Instant promotedAt;
  private @Nullable RollbackTrigger rollback;
  private long estimatedTargets;
  private @Nullable Instant actualStart;
  private @Nullable Instant actualEnd;
  private String editedBy;

  CampaignEdit(Campaign before, Actor actor, Instant now) {
    this.before = before;
    this.actor = actor;
    this.now = now;
    plan = before.plan();
    firmware = before.firmware();
    status = before.status();
    statusReason = before.statusReason();
    recalled = before.recalled();
    approval = before.approval();
    promotedAt = before.promotedAt();
    rollback = before.rollback();
    estimatedTargets = before.estimatedTargets();
    actualStart = before.actualStart();
    actualEnd = before.actualEnd();
    editedBy = before.editedBy();
  }

  /**
   * To another state.
   *
   * @throws IllegalStateException where the table has no such move
   */
  CampaignEdit moveTo(CampaignStatus next, @Nullable String reason) {
    if (!status.mayMoveTo(next)) {
      throw new IllegalStateException(
          before.campaignId() + " can't move from " + status + " to " + next);
    }
    boolean begins = next == CampaignStatus.IN_PROGRESS && actualStart == null;
    actualStart = begins ? now : actualStart;
    actualEnd = next.ended() ? now : null;
    statusReason = reason;
    status = next;
    return this;
  }

  CampaignEdit hindered(String reason) {
    statusReason = reason;
    return this;
  }

  CampaignEdit recalled(String reason) {
    recalled = true;
    statusReason = reason;
    return this;
  }

  CampaignEdit approval(@Nullable Approval given) {
    approval = given;
    return this;
  }

  CampaignEdit promoted() {
    promotedAt = now;
    return this;
  }

  CampaignEdit rollback(RollbackTrigger trigger) {
    rollback = trigger;
    return this;
  }

  /** Another plan, by the actor. */
  CampaignEdit plan(CampaignPlan next, CampaignFirmware on, long estimate) {
    plan = next;
    firmware = on;
    estimatedTargets = estimate;
    editedBy = actor.user();
    return this;
  }

  /** The changed campaign, with so many events more. */
  Campaign done(int events) {
    return new Campaign(
        before.organization(),
        before.campaignId(),
        plan,
        firmware,
        status,
        statusReason,
        recalled,
        approval,
        promotedAt,
        rollback,
        estimatedTargets,
        actualStart,
        actualEnd,
        before.createdBy(),
        before.createdAt(),
        editedBy,
        actor.user(),
        now,
        before.sequence() + events);
  }

  Campaign done() {
    return done(1);
  }
}
