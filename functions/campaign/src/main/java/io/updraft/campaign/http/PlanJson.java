package io.updraft.campaign.http;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Targeting;
import io.updraft.device.published.DiscretionJson;
import io.updraft.device.published.MaintenanceWindowJson;
import io.updraft.firmware.published.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a campaign was created with, under the names that they were given by. */
public final class PlanJson {
  private PlanJson() {}

  /** All of them but the firmware and the explicit ids, which are kept elsewhere. */
  public static Map<String, @Nullable Object> of(CampaignPlan plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    write(json, plan);
    return json;
  }

  static void write(Map<String, @Nullable Object> json, CampaignPlan plan) {
    json.put("name", plan.name());
    json.put("description", plan.description());
    write(json, plan.targeting());
    write(json, plan.pace());
    json.put("priority", plan.priority());
    json.put("max_retries", plan.maxRetries());
    json.put("timeout_minutes", plan.timeout().toMinutes());
    json.put("scheduled_start", plan.schedule().start());
    json.put("scheduled_end", plan.schedule().end());
    write(json, plan.limits());
    json.put("requires_approval", plan.requiresApproval());
    json.put("allow_beta", plan.allowBeta());
    json.put("force_update", plan.forceUpdate());
    json.put("pre_update_commands", plan.preUpdateCommands());
    json.put("post_update_commands", plan.postUpdateCommands());
    write(json, plan.notifications());
  }

  private static void write(Map<String, @Nullable Object> json, Targeting targeting) {
    json.put("named_device_count", targeting.devices());
    json.put("target_groups", targeting.groups());
    json.put("dynamic", targeting.dynamic());
    DeviceFilter filter = targeting.filter();
    json.put("target_filters", filter == null ? null : filter(filter));
  }

  private static Map<String, Object> filter(DeviceFilter filter) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "model", filter.model());
    put(json, "hardware_version_min", filter.minHardwareVersion());
    put(json, "hardware_version_max", filter.maxHardwareVersion());
    put(json, "firmware_version", filter.firmwareVersion());
    put(json, "firmware_version_min", filter.minFirmwareVersion());
    put(json, "firmware_version_max", filter.maxFirmwareVersion());
    put(json, "owner", filter.owner());
    if (!filter.attributes().isEmpty()) {
      json.put("attributes", filter.attributes());
    }
    put(json, "query", filter.query() == null ? null : filter.query().text());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Version version) {
    put(json, name, version == null ? null : version.text());
  }

  private static void put(Map<String, Object> json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }

  private static void write(Map<String, @Nullable Object> json, Pace pace) {
    json.put("deployment_strategy", pace.strategy());
    json.put("rollout_percentage", pace.rolloutPercentage());
    json.put("max_concurrent_updates", pace.maxConcurrentUpdates());
    json.put("batch_size", pace.batchSize());
    json.put("canary_percentage", pace.canary().percentage());
    json.put("canary_monitor_minutes", pace.canary().monitorMinutes());
    json.put("canary_failure_percent", pace.canary().failurePercent());
    json.put("maintenance_window", MaintenanceWindowJson.of(pace.window()));
    DiscretionJson.write(json, pace.discretion());
  }

  private static void write(Map<String, @Nullable Object> json, FailureLimits limits) {
    json.put("failure_threshold_percent", limits.thresholdPercent());
    json.put("min_failures", limits.minFailures());
    json.put("auto_rollback", limits.autoRollback());
    json.put("rollback_triggers", limits.triggers());
  }

  private static void write(Map<String, @Nullable Object> json, Notifications notifications) {
    json.put("notify_on_start", notifications.onStart());
    json.put("notify_on_complete", notifications.onComplete());
    json.put("notify_on_failure", notifications.onFailure());
    json.put("notification_channels", notifications.channels());
  }
}
