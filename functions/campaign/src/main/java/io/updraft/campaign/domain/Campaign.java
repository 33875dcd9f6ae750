package io.updraft.campaign.domain;

import io.updraft.device.published.Rollout;
import io.updraft.events.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rollout of one firmware to a set of devices.
 *
 * @param statusReason why it is paused, failed or cancelled
 * @param estimatedTargets explicit ids and the counts of groups and models when it was created
 * @param sequence the number of its latest event; grows with each change
 */
public record Campaign(
    String organization,
    String campaignId,
    CampaignPlan plan,
    CampaignFirmware firmware,
    CampaignStatus status,
    @Nullable String statusReason,
    long estimatedTargets,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt,
    long sequence) {

  /** Retries of each update; not yet a field of the plan. */
  private static final int MAX_RETRIES = 3;

  static Campaign planned(
      String campaignId,
      CampaignPlan plan,
      CampaignFirmware firmware,
      long estimate,
      Actor actor,
      Instant now) {
    return new Campaign(
        actor.organization(),
        campaignId,
        plan,
        firmware,
        CampaignStatus.CREATED,
        null,
        estimate,
        null,
        null,
        actor.user(),
        now,
        actor.user(),
        now,
        1);
  }

  /** Whether it ever was in progress: only then there are an engine and a gate. */
  public boolean started() {
    return actualStart != null;
  }

  /** What its updates have in common. */
  public Rollout rollout() {
    return new Rollout(
        Origin.of(organization),
        campaignId,
        firmware.firmwareId(),
        firmware.version().text(),
        plan.priority(),
        plan.timeout(),
        MAX_RETRIES,
        plan.preUpdateCommands(),
        plan.postUpdateCommands(),
        createdBy);
  }

  /**
   * The campaign after a move.
   *
   * @throws IllegalStateException where the table has no such move
   */
  Campaign moved(CampaignStatus next, @Nullable String reason, Actor actor, Instant now) {
    if (!status.mayMoveTo(next)) {
      throw new IllegalStateException(campaignId + " can't move from " + status + " to " + next);
    }
    boolean begins = next == CampaignStatus.IN_PROGRESS && actualStart == null;
    return new Campaign(
        organization,
        campaignId,
        plan,
        firmware,
        next,
        reason,
        estimatedTargets,
        begins ? now : actualStart,
        ends(next) ? now : actualEnd,
        createdBy,
        createdAt,
        actor.user(),
        now,
        sequence + 1);
  }

  private static boolean ends(CampaignStatus next) {
    return switch (next) {
      case COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK -> true;
      case CREATED, SCHEDULED, IN_PROGRESS, PAUSED, ROLLBACK -> false;
    };
  }
}
