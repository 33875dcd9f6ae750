package io.updraft.campaign.create;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.plan.Judged;
import io.updraft.firmware.published.FirmwareFacts;
import java.util.Optional;

/** Plans a campaign for a firmware that fits. */
final class CreateCampaign {
  private final Campaigns campaigns;
  private final TargetEstimate estimate;
  private final Moves moves;

  CreateCampaign(Campaigns campaigns, TargetEstimate estimate, Moves moves) {
    this.campaigns = campaigns;
    this.estimate = estimate;
    this.moves = moves;
  }

  /** The campaign; empty where the firmware has ceased to be available since it was read. */
  Optional<Campaign> create(Judged judged, Actor actor) {
    CampaignPlan plan = judged.plan();
    FirmwareFacts firmware = judged.firmware();
    long targets = estimate.of(actor.organization(), plan.targeting(), firmware.deviceModel());
    Move creation = moves.create(plan, CampaignFirmware.of(firmware), targets, actor);
    Stored stored = campaigns.create(creation, judged.wish().targetDevices(), !firmware.referred());
    return switch (stored) {
      case STORED -> Optional.of(creation.after());
      case FIRMWARE_GONE -> Optional.empty();
      case OVERTAKEN, TOO_MANY -> throw new IllegalStateException("a new campaign is " + stored);
    };
  }
}
