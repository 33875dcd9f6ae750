package io.updraft.campaign.start;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import java.util.Optional;

/** Starts a campaign; its targets are resolved and released afterwards, by the engine. */
final class StartCampaign {
  private static final int MOST_ATTEMPTS = 5;

  private final Campaigns campaigns;
  private final FirmwareCatalogue catalogue;
  private final TargetEstimate estimate;
  private final Moves moves;

  StartCampaign(
      Campaigns campaigns, FirmwareCatalogue catalogue, TargetEstimate estimate, Moves moves) {
    this.campaigns = campaigns;
    this.catalogue = catalogue;
    this.estimate = estimate;
    this.moves = moves;
  }

  /** How a start ended. */
  sealed interface Result {
    record Started(Campaign campaign) implements Result {}

    /** It is in progress already. */
    record Running(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotStartable(CampaignStatus status) implements Result {}

    record AwaitsApproval() implements Result {}

    record FirmwareNotAvailable() implements Result {}

    /** As many campaigns as the organization may have are in progress. */
    record TooMany() implements Result {}
  }

  /** Of any number at once exactly one takes effect; the others see what it did. */
  Result start(String campaignId, Actor actor) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Campaign> found = campaigns.find(actor.organization(), campaignId);
      if (found.isEmpty()) {
        return new Result.NotFound();
      }
      Optional<Result> result = attempt(found.get(), actor);
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new IllegalStateException(campaignId + " changed at every attempt to start it");
  }

  /** Empty where somebody else moved the campaign first. */
  private Optional<Result> attempt(Campaign campaign, Actor actor) {
    return switch (campaign.status()) {
      case IN_PROGRESS -> Optional.of(new Result.Running(campaign));
      case CREATED, SCHEDULED -> started(campaign, actor);
      // A paused campaign is resumed, which is another move although it leads to the same state.
      case PAUSED, ROLLBACK, COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK ->
          Optional.of(new Result.NotStartable(campaign.status()));
    };
  }

  private Optional<Result> started(Campaign campaign, Actor actor) {
    if (campaign.awaitsApproval()) {
      return Optional.of(new Result.AwaitsApproval());
    }
    if (!available(campaign)) {
      return Optional.of(new Result.FirmwareNotAvailable());
    }
    long targets =
        estimate.of(
            campaign.organization(),
            campaign.plan().targeting(),
            campaign.firmware().deviceModel());
    Move move = moves.start(campaign, targets, actor);
    return switch (campaigns.move(move)) {
      case STORED -> Optional.of(new Result.Started(move.after()));
      case OVERTAKEN -> Optional.empty();
      case TOO_MANY -> Optional.of(new Result.TooMany());
      case FIRMWARE_GONE -> Optional.of(new Result.FirmwareNotAvailable());
    };
  }

  private boolean available(Campaign campaign) {
    return catalogue
        .find(campaign.organization(), campaign.firmware().firmwareId())
        .map(FirmwareFacts::status)
        .filter(status -> status == FirmwareStatus.AVAILABLE)
        .isPresent();
  }
}
