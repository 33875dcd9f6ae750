package io.updraft.campaign.domain;

import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.events.Origin;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rollout of one firmware to a set of devices.
 *
 * @param statusReason why it is paused, failed, cancelled, rejected, rolled back, or not started
 *     although its time has come
 * @param recalled whether its firmware was recalled while it ran: then it can't go on
 * @param approval what a second user said of the present plan; null where nobody has
 * @param promotedAt when it was last promoted: in a blue-green campaign, when the switch was
 *     released
 * @param rollback what has started its rollback; null where nothing has
 * @param estimatedTargets explicit ids and the counts of groups and models when it was created
 * @param editedBy who made the present plan: the creator or the last editor
 * @param sequence the number of its latest event; grows with each change
 */
public record Campaign(
    String organization,
    String campaignId,
    CampaignPlan plan,
    CampaignFirmware firmware,
    CampaignStatus status,
    @Nullable String statusReason,
    boolean recalled,
    @Nullable Approval approval,
    @Nullable Instant promotedAt,
    @Nullable RollbackTrigger rollback,
    long estimatedTargets,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    String createdBy,
    Instant createdAt,
    String editedBy,
    String updatedBy,
    Instant updatedAt,
    long sequence) {

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
        false,
        null,
        null,
        null,
        estimate,
        null,
        null,
        actor.user(),
        now,
        actor.user(),
        actor.user(),
        now,
        1);
  }

  /** Whether it ever was in progress: only then there are an engine and a gate. */
  public boolean started() {
    return actualStart != null;
  }

  /** Whether a start has to wait for a second user. */
  public boolean awaitsApproval() {
    return plan.requiresApproval() && (approval == null || !approval.granted());
  }

  /** Whether its devices are to wait with the switch to what they have installed. */
  public boolean holdsSwitch() {
    return plan.pace().strategy() == DeploymentStrategy.BLUE_GREEN && promotedAt == null;
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
        plan.maxRetries(),
        plan.preUpdateCommands(),
        plan.postUpdateCommands(),
        Set.copyOf(plan.limits().triggers()),
        plan.pace().strategy() == DeploymentStrategy.BLUE_GREEN,
        plan.pace().window(),
        plan.pace().discretion(),
        createdBy);
  }

  CampaignEdit edit(Actor actor, Instant now) {
    return new CampaignEdit(this, actor, now);
  }
}
