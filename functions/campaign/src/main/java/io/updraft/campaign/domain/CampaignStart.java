package io.updraft.campaign.domain;

import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;

/** The start of a campaign that has not started, by a user or because its time has come. */
public final class CampaignStart {
  private final Campaigns campaigns;
  private final FirmwareCatalogue catalogue;
  private final TargetEstimate estimate;
  private final Moves moves;

  public CampaignStart(
      Campaigns campaigns, FirmwareCatalogue catalogue, TargetEstimate estimate, Moves moves) {
    this.campaigns = campaigns;
    this.catalogue = catalogue;
    this.estimate = estimate;
    this.moves = moves;
  }

  /** How an attempt ended. */
  public sealed interface Attempt {
    /** It is in progress; targets are resolved and released afterwards, by the engine. */
    record Started(Campaign campaign) implements Attempt {}

    /** Somebody else moved the campaign first: read it again. */
    record Overtaken() implements Attempt {}

    /** A second user has to approve it before. */
    record NotApproved() implements Attempt {}

    /** The firmware is not available, or not any more. */
    record FirmwareGone() implements Attempt {}

    /** As many campaigns as the organization may have are in progress. */
    record TooMany() implements Attempt {}
  }

  public Attempt start(Campaign campaign, Actor actor) {
    if (campaign.awaitsApproval()) {
      return new Attempt.NotApproved();
    }
    return available(campaign) ? move(campaign, actor) : new Attempt.FirmwareGone();
  }

  private Attempt move(Campaign campaign, Actor actor) {
    Targeting targeting = campaign.plan().targeting();
    String model = campaign.firmware().deviceModel();
    long targets = estimate.of(campaign.organization(), targeting, model);
    Move move = moves.start(campaign, targets, actor);
    return switch (campaigns.move(move)) {
      case STORED -> new Attempt.Started(move.after());
      case OVERTAKEN -> new Attempt.Overtaken();
      case TOO_MANY -> new Attempt.TooMany();
      case FIRMWARE_GONE -> new Attempt.FirmwareGone();
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
