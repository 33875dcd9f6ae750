package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.DeviceQuery;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.rsql.QueryReader;
import io.updraft.device.published.DiscretionItem;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.firmware.published.Version;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The plan of a campaign among the attributes of its item. */
final class PlanItem {
  private PlanItem() {}

  static void write(ItemBuilder item, CampaignPlan plan) {
    item.text("name", plan.name())
        .text("description", plan.description())
        .text("priority", plan.priority().wireName())
        .time("scheduled_start", plan.schedule().start())
        .time("scheduled_end", plan.schedule().end())
        .flag("requires_approval", plan.requiresApproval() ? true : null)
        .number("max_retries", plan.maxRetries())
        .number("timeout_minutes", plan.timeout().toMinutes())
        .flag("allow_beta", plan.allowBeta())
        .flag("force_update", plan.forceUpdate())
        .texts("pre_update_commands", plan.preUpdateCommands())
        .texts("post_update_commands", plan.postUpdateCommands());
    write(item, plan.targeting());
    write(item, plan.pace());
    write(item, plan.limits());
    write(item, plan.notifications());
  }

  private static void write(ItemBuilder item, Targeting targeting) {
    item.number("named_devices", targeting.devices()).texts("target_groups", targeting.groups());
    item.flag("dynamic", targeting.dynamic() ? true : null);
    DeviceFilter filter = targeting.filter();
    if (filter != null) {
      ItemBuilder inner = Item.build().text("model", filter.model());
      write(inner, "hardware_version_min", filter.minHardwareVersion());
      write(inner, "hardware_version_max", filter.maxHardwareVersion());
      write(inner, "firmware_version", filter.firmwareVersion());
      write(inner, "firmware_version_min", filter.minFirmwareVersion());
      write(inner, "firmware_version_max", filter.maxFirmwareVersion());
      DeviceQuery query = filter.query();
      inner
          .text("owner", filter.owner())
          .pairs("attributes", filter.attributes())
          .text("query", query == null ? null : query.text());
      item.map("target_filters", inner.attributes());
    }
  }

  private static void write(ItemBuilder item, Pace pace) {
    MaintenanceWindow window = pace.window();
    item.text("maintenance_window", window == null ? null : window.text());
    item.text("deployment_strategy", pace.strategy().wireName())
        .number("rollout_percentage", pace.rolloutPercentage())
        .number("max_concurrent_updates", pace.maxConcurrentUpdates())
        .number("batch_size", pace.batchSize())
        .number("canary_percentage", pace.canary().percentage())
        .number("canary_monitor_minutes", pace.canary().monitorMinutes())
        .number("canary_failure_percent", pace.canary().failurePercent());
    DiscretionItem.write(item, pace.discretion());
  }

  private static void write(ItemBuilder item, FailureLimits limits) {
    item.number("failure_threshold_percent", limits.thresholdPercent())
        .number("min_failures", limits.minFailures())
        .flag("auto_rollback", limits.autoRollback())
        .texts(
            "rollback_triggers",
            limits.triggers().stream().map(RollbackTrigger::wireName).toList());
  }

  private static void write(ItemBuilder item, Notifications notifications) {
    item.flag("notify_on_start", notifications.onStart())
        .flag("notify_on_complete", notifications.onComplete())
        .flag("notify_on_failure", notifications.onFailure())
        .texts("notification_channels", notifications.channels());
  }

  static CampaignPlan read(Item item) {
    return new CampaignPlan(
        item.text("name"),
        item.textOrNull("description"),
        readTargeting(item),
        readPace(item),
        Priority.ofWireName(item.text("priority")),
        new Schedule(item.timeOrNull("scheduled_start"), item.timeOrNull("scheduled_end")),
        item.flag("requires_approval"),
        readLimits(item),
        integer(item, "max_retries"),
        Duration.ofMinutes(item.number("timeout_minutes")),
        item.flag("allow_beta"),
        item.flag("force_update"),
        item.texts("pre_update_commands"),
        item.texts("post_update_commands"),
        readNotifications(item));
  }

  private static Targeting readTargeting(Item item) {
    DeviceFilter filter =
        item.has("target_filters") ? readFilter(item.map("target_filters")) : null;
    return new Targeting(
        integer(item, "named_devices"), item.texts("target_groups"), filter, item.flag("dynamic"));
  }

  private static DeviceFilter readFilter(Item item) {
    return new DeviceFilter(
        item.textOrNull("model"),
        version(item, "hardware_version_min"),
        version(item, "hardware_version_max"),
        version(item, "firmware_version"),
        version(item, "firmware_version_min"),
        version(item, "firmware_version_max"),
        item.textOrNull("owner"),
        item.pairs("attributes"),
        item.optionalText("query").map(QueryReader::kept).orElse(null));
  }

  private static Pace readPace(Item item) {
    return new Pace(
        DeploymentStrategy.ofWireName(item.text("deployment_strategy")),
        integer(item, "rollout_percentage"),
        integer(item, "max_concurrent_updates"),
        integer(item, "batch_size"),
        new Canary(
            integer(item, "canary_percentage"),
            integer(item, "canary_monitor_minutes"),
            integer(item, "canary_failure_percent")),
        item.optionalText("maintenance_window").map(MaintenanceWindow::ofText).orElse(null),
        DiscretionItem.read(item));
  }

  private static FailureLimits readLimits(Item item) {
    return new FailureLimits(
        integer(item, "failure_threshold_percent"),
        integer(item, "min_failures"),
        item.flag("auto_rollback"),
        item.texts("rollback_triggers").stream().map(RollbackTrigger::ofWireName).toList());
  }

  private static Notifications readNotifications(Item item) {
    return new Notifications(
        item.flag("notify_on_start"),
        item.flag("notify_on_complete"),
        item.flag("notify_on_failure"),
        item.texts("notification_channels"));
  }

  private static int integer(Item item, String name) {
    return Math.toIntExact(item.number(name));
  }

  static void write(ItemBuilder item, String name, @Nullable Version version) {
    item.text(name, version == null ? null : version.text());
  }

  static @Nullable Version version(Item item, String name) {
    return item.optionalText(name).map(Version::of).orElse(null);
  }
}
