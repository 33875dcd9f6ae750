package io.updraft.events;

import java.time.Instant;

/**
 * A campaign began to release its firmware to devices.
 *
 * @param targetDeviceCount the targets known at that moment; an estimate until they are resolved
 */
@PublishedAs("ota_service.campaign.started")
public record CampaignStarted(
    String campaignId,
    String name,
    String firmwareId,
    String firmwareVersion,
    long targetDeviceCount,
    Instant timestamp)
    implements CampaignEvent {
  public CampaignStarted {
    Required.text(campaignId, "campaign_id");
    Required.text(name, "name");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    Required.count(targetDeviceCount, "target_device_count");
    timestamp = Required.timestamp(timestamp);
  }
}
