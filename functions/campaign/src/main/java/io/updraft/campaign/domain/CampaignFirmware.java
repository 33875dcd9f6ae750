package io.updraft.campaign.domain;

import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.Version;
import org.jspecify.annotations.Nullable;

/** What a campaign keeps of its firmware: what never changes once that is available. */
public record CampaignFirmware(
    String firmwareId,
    String name,
    Version version,
    String deviceModel,
    @Nullable Version minHardwareVersion,
    @Nullable Version maxHardwareVersion) {

  public static CampaignFirmware of(FirmwareFacts facts) {
    return new CampaignFirmware(
        facts.firmwareId(),
        facts.name(),
        facts.version(),
        facts.deviceModel(),
        facts.minHardwareVersion(),
        facts.maxHardwareVersion());
  }
}
