package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Approval;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
            .flag("recalled", campaign.recalled() ? true : null)
            .time("promoted_at", campaign.promotedAt())
            .number("estimated_targets", campaign.estimatedTargets())
            .time("actual_start", campaign.actualStart())
            .time("actual_end", campaign.actualEnd())
            .text("created_by", campaign.createdBy())
            .time("created_at", campaign.createdAt())
            .text("edited_by", campaign.editedBy())
            .text("updated_by", campaign.updatedBy())
            .time("updated_at", campaign.updatedAt())
            .number("sequence", campaign.sequence());
    RollbackTrigger rollback = campaign.rollback();
    item.text("rollback", rollback == null ? null : rollback.wireName());
    DueKeys.write(item, campaign.campaignId(), due(campaign));
    write(item, campaign.approval());
    PlanItem.write(item, campaign.plan());
    write(item, campaign.firmware());
    return item.attributes();
  }

  /** One that has to be approved before comes to be due by its approval, which writes it too. */
  private static @Nullable Instant due(Campaign campaign) {
    boolean waits = campaign.status() == CampaignStatus.SCHEDULED && !campaign.awaitsApproval();
    return waits ? campaign.plan().schedule().start() : null;
  }

  private static void write(ItemBuilder item, @Nullable Approval approval) {
    if (approval != null) {
      item.flag("approved", approval.granted())
          .text("approved_by", approval.by())
          .text("approval_comment", approval.comment())
          .time("approved_at", approval.at());
    }
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
        item.flag("recalled"),
        readApproval(item),
        item.timeOrNull("promoted_at"),
        item.optionalText("rollback").map(RollbackTrigger::ofWireName).orElse(null),
        item.number("estimated_targets"),
        item.timeOrNull("actual_start"),
        item.timeOrNull("actual_end"),
        item.text("created_by"),
        item.time("created_at"),
        item.text("edited_by"),
        item.text("updated_by"),
        item.time("updated_at"),
        item.number("sequence"));
  }

  private static @Nullable Approval readApproval(Item item) {
    return item.has("approved_by")
        ? new Approval(
            item.flag("approved"),
            item.text("approved_by"),
            item.textOrNull("approval_comment"),
            item.time("approved_at"))
        : null;
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
