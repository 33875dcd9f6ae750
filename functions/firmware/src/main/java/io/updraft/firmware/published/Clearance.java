package io.updraft.firmware.published;

import java.util.Map;
import java.util.Optional;

/**
 * All that decides whether an update to one firmware may go on, and what the device is told of it,
 * in one small item: one read of half a unit answers a poll, and a recall or a cancelled campaign
 * is in force for every device in the moment it commits.
 *
 * @param campaigns the gate of each campaign on this firmware that has started and not ended
 */
public record Clearance(
    FirmwareFacts firmware, FirmwareFile file, Map<String, CampaignGate> campaigns) {
  public Clearance {
    campaigns = Map.copyOf(campaigns);
  }

  public boolean recalled() {
    return firmware.status() == FirmwareStatus.RECALLED;
  }

  /** Empty for a campaign that has not started or has ended. */
  public Optional<CampaignGate> gate(String campaignId) {
    return Optional.ofNullable(campaigns.get(campaignId));
  }
}
