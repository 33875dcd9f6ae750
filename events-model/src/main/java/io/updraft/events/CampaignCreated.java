package io.updraft.events;

import java.time.Instant;

/**
 * A campaign was planned.
 *
 * @param targetDeviceCount the targets known at that moment; an estimate until they are resolved
 * @param createdBy a user id
 */
@PublishedAs("ota_service.campaign.created")
public record CampaignCreated(
    String campaignId,
    String name,
    String firmwareId,
    String firmwareVersion,
    long targetDeviceCount,
    String deploymentStrategy,
    String priority,
    String createdBy,
    Instant timestamp)
    implements CampaignEvent {
  public CampaignCreated {
    Required.text(campaignId, "campaign_id");
    Required.text(name, "name");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    Required.text(deploymentStrategy, "deployment_strategy");
    Required.text(priority, "priority");
    Required.text(createdBy, "created_by");
    Required.count(targetDeviceCount, "target_device_count");
    timestamp = Required.timestamp(timestamp);
  }
}
