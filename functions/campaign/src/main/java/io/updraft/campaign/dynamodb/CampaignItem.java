package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.Version;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A campaign as an item; a kilobyte or two, whatever the number of its targets. */
final class CampaignItem {
  private CampaignItem() {}

  static Map<String, AttributeValue> toItem(Campaign campaign) {
    Key key = CampaignKeys.campaign(campaign.organization(), campaign.campaignId());
    ItemBuilder item =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("status", campaign.status().wireName())
            .text("status_reason", campaign.statusReason())
            .number("estimated_targets", campaign.estimatedTargets())
            .time("actual_start", campaign.actualStart())
            .time("actual_end", campaign.actualEnd())
            .text("created_by", campaign.createdBy())
            .time("created_at", campaign.createdAt())
            .text("updated_by", campaign.updatedBy())
            .time("updated_at", campaign.updatedAt())
            .number("sequence", campaign.sequence());
    PlanItem.write(item, campaign.plan());
    write(item, campaign.firmware());
    return item.attributes();
  }

  private static void write(ItemBuilder item, CampaignFirmware firmware) {
    item.text("firmware_id", firmware.firmwareId())
        .text("firmware_name", firmware.name())
        .text("firmware_version", firmware.version().text())
        .text("device_model", firmware.deviceModel());
    PlanItem.write(item, "min_hardware_version", firmware.minHardwareVersion());
    PlanItem.write(item, "max_hardware_version", firmware.maxHardwareVersion());
  }

  static Campaign read(Item item) {
    return new Campaign(
        item.text("pk"),
        item.text("sk").substring(CampaignKeys.CAMPAIGN_PREFIX.length()),
        PlanItem.read(item),
        readFirmware(item),
        CampaignStatus.ofWireName(item.text("status")),
        item.textOrNull("status_reason"),
        item.number("estimated_targets"),
        item.timeOrNull("actual_start"),
        item.timeOrNull("actual_end"),
        item.text("created_by"),
        item.time("created_at"),
        item.text("updated_by"),
        item.time("updated_at"),
        item.number("sequence"));
  }

  private static CampaignFirmware readFirmware(Item item) {
    return new CampaignFirmware(
        item.text("firmware_id"),
        item.text("firmware_name"),
        Version.of(item.text("firmware_version")),
        item.text("device_model"),
        PlanItem.version(item, "min_hardware_version"),
        PlanItem.version(item, "max_hardware_version"));
  }
}
