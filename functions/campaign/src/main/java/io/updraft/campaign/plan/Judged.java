package io.updraft.campaign.plan;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.firmware.published.FirmwareFacts;

/** A wish without any fault, and the firmware that it fits. */
public record Judged(Wish wish, FirmwareFacts firmware) {
  /** The plan with the priority that the firmware asks for. */
  public CampaignPlan plan() {
    return wish.plan().lifted(firmware.securityUpdate());
  }
}
