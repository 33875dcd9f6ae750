package io.updraft.campaign.change;

import io.updraft.campaign.change.ChangeCampaign.Result;
import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.plan.Judged;
import io.updraft.firmware.published.FirmwareFacts;
import java.util.Optional;

/** Gives a campaign that has not started another plan. */
final class Replan {
  private final Campaigns campaigns;
  private final NamedDevices named;
  private final TargetEstimate estimate;
  private final Moves moves;

  Replan(Campaigns campaigns, Targets targets, TargetEstimate estimate, Moves moves) {
    this.campaigns = campaigns;
    this.named = new NamedDevices(targets);
    this.estimate = estimate;
    this.moves = moves;
  }

  /** Empty where somebody else moved the campaign first. */
  Optional<Result> attempt(Campaign campaign, Judged judged, Actor actor) {
    PlanChanges changes = named.changes(campaign, judged.plan(), judged.wish());
    return changes.none()
        ? Optional.of(new Result.Changed(campaign))
        : written(move(campaign, judged, changes, actor), judged);
  }

  private Move move(Campaign campaign, Judged judged, PlanChanges changes, Actor actor) {
    CampaignPlan plan = judged.plan();
    FirmwareFacts firmware = judged.firmware();
    long targets = estimate.of(actor.organization(), plan.targeting(), firmware.deviceModel());
    return moves.replan(
        campaign,
        plan,
        CampaignFirmware.of(firmware),
        targets,
        changes.weigh(),
        actor,
        changes.text());
  }

  private Optional<Result> written(Move move, Judged judged) {
    var devices = judged.wish().devicesStay() ? null : judged.wish().targetDevices();
    return switch (campaigns.replan(move, devices, !judged.firmware().referred())) {
      case STORED -> Optional.of(new Result.Changed(move.after()));
      case OVERTAKEN, TOO_MANY -> Optional.empty();
      case FIRMWARE_GONE -> Optional.of(new Result.FirmwareGone());
    };
  }
}
