package io.updraft.campaign.http;

import io.updraft.campaign.domain.Approval;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shape of a campaign in answers. */
final class CampaignJson {
  private CampaignJson() {}

  static Map<String, @Nullable Object> of(WaitingFor waiting) {
    Campaign campaign = waiting.campaign();
    Engine engine = waiting.engine();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("campaign_id", campaign.campaignId());
    json.put("status", campaign.status());
    json.put("status_reason", campaign.statusReason());
    json.put("waiting_for", waiting.sentence());
    PlanJson.write(json, campaign.plan());
    write(json, campaign.firmware());
    write(json, waiting.tally());
    write(json, campaign, engine);
    return json;
  }

  private static void write(Map<String, @Nullable Object> json, CampaignFirmware firmware) {
    json.put("firmware_id", firmware.firmwareId());
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("firmware_id", firmware.firmwareId());
    inner.put("name", firmware.name());
    inner.put("version", firmware.version().text());
    inner.put("device_model", firmware.deviceModel());
    json.put("firmware", inner);
  }

  private static void write(Map<String, @Nullable Object> json, Tally tally) {
    json.put("total_devices", tally.total());
    json.put("pending_devices", tally.pending());
    json.put("in_progress_devices", tally.inProgress());
    json.put("completed_devices", tally.completed());
    json.put("failed_devices", tally.failed());
    json.put("cancelled_devices", tally.cancelled());
  }

  private static void write(
      Map<String, @Nullable Object> json, Campaign campaign, @Nullable Engine engine) {
    json.put("estimated_devices", campaign.estimatedTargets());
    json.put("targets_resolved", engine != null && engine.resolved());
    json.put("left_out", engine == null ? Map.of() : leftOut(engine));
    Approval approval = campaign.approval();
    json.put("approved", approval == null ? null : approval.granted());
    json.put("approved_by", approval == null ? null : approval.by());
    json.put("approval_comment", approval == null ? null : approval.comment());
    json.put("promoted_at", campaign.promotedAt());
    json.put("actual_start", campaign.actualStart());
    json.put("actual_end", campaign.actualEnd());
    json.put("created_by", campaign.createdBy());
    json.put("created_at", campaign.createdAt());
    json.put("updated_by", campaign.updatedBy());
    json.put("updated_at", campaign.updatedAt());
  }

  private static Map<String, Long> leftOut(Engine engine) {
    Map<String, Long> counts = new TreeMap<>();
    engine.leftOut().forEach((why, count) -> counts.put(why.wireName(), count));
    return counts;
  }
}
