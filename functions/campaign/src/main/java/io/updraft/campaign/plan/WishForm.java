package io.updraft.campaign.plan;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.device.published.DiscretionJson;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.MaintenanceWindowJson;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a plan; what is wrong is collected in them. */
final class WishForm {
  private static final int MOST_COMMANDS = 10;
  private static final int MOST_COMMAND_LENGTH = 256;
  private static final int MOST_CHANNELS = 20;

  private final Fields fields;
  private final Instant now;
  private final Kept kept;

  private WishForm(Fields fields, Instant now, Kept kept) {
    this.fields = fields;
    this.now = now;
    this.kept = kept;
  }

  static Wish read(Fields fields, Instant now, Kept kept) {
    return new WishForm(fields, now, kept).wish();
  }

  private Wish wish() {
    String firmwareId = fields.text("firmware_id", 1, 64);
    List<String> devices = TargetingForm.devices(fields);
    int count = kept.devicesStay() ? kept.devices() : devices.size();
    CampaignPlan plan = plan(TargetingForm.read(fields, count));
    return new Wish(firmwareId, plan, devices, kept.devicesStay());
  }

  private CampaignPlan plan(Targeting targeting) {
    Pace pace = pace();
    Schedule schedule = schedule();
    opensInTime(pace.window(), schedule);
    return new CampaignPlan(
        fields.text("name", 1, 200),
        fields.optionalText("description", 0, 1000),
        targeting,
        pace,
        fields.choiceOr("priority", Priority.NORMAL, Priority.class),
        schedule,
        fields.flagOr("requires_approval", false),
        limits(),
        number("max_retries", 3, 0, 10),
        Duration.ofMinutes(fields.numberOr("timeout_minutes", 60, 5, 1440)),
        fields.flagOr("allow_beta", false),
        fields.flagOr("force_update", false),
        fields.texts("pre_update_commands", MOST_COMMANDS, 1, MOST_COMMAND_LENGTH),
        fields.texts("post_update_commands", MOST_COMMANDS, 1, MOST_COMMAND_LENGTH),
        notifications());
  }

  private Pace pace() {
    return new Pace(
        strategy(),
        number("rollout_percentage", 100, 1, 100),
        number("max_concurrent_updates", 10, 1, 1000),
        number("batch_size", 50, 1, 500),
        new Canary(
            number("canary_percentage", 5, 1, 100),
            number("canary_monitor_minutes", 30, 1, 1440),
            number("canary_failure_percent", 5, 1, 100)),
        MaintenanceWindowJson.read(fields, "maintenance_window"),
        DiscretionJson.read(fields));
  }

  /** To be scheduled means to have a time. */
  private DeploymentStrategy strategy() {
    DeploymentStrategy strategy =
        fields.choiceOr("deployment_strategy", DeploymentStrategy.STAGED, DeploymentStrategy.class);
    if (strategy == DeploymentStrategy.SCHEDULED && !fields.has("scheduled_start")) {
      fields.reject("scheduled_start", "is required by the strategy scheduled");
    }
    return strategy;
  }

  private FailureLimits limits() {
    return new FailureLimits(
        number("failure_threshold_percent", 20, 1, 100),
        number("min_failures", 1, 1, 1_000_000),
        fields.flagOr("auto_rollback", true),
        triggers());
  }

  private List<RollbackTrigger> triggers() {
    if (!fields.has("rollback_triggers")) {
      return List.of(RollbackTrigger.FAILURE_RATE);
    }
    return fields.choices(
        "rollback_triggers", RollbackTrigger.values().length, RollbackTrigger.class);
  }

  private Notifications notifications() {
    return new Notifications(
        fields.flagOr("notify_on_start", false),
        fields.flagOr("notify_on_complete", false),
        fields.flagOr("notify_on_failure", true),
        fields.texts("notification_channels", MOST_CHANNELS, 1, 200));
  }

  /** A start lies in the future and before the end. */
  private Schedule schedule() {
    Instant start = fields.optionalTime("scheduled_start");
    Instant end = fields.optionalTime("scheduled_end");
    if (start != null && !start.equals(kept.schedule().start()) && !start.isAfter(now)) {
      fields.reject("scheduled_start", "must be in the future; to start now, leave it out");
    }
    if (end != null && !end.equals(kept.schedule().end()) && !end.isAfter(now)) {
      fields.reject("scheduled_end", "must be in the future");
    }
    if (start != null && end != null && !start.isBefore(end)) {
      fields.reject("scheduled_end", "must be after scheduled_start");
    }
    return new Schedule(start, end);
  }

  /**
   * A campaign whose window opens only after its end would reach no device. A schedule that stays
   * was judged when it was given, and may by now be past the last opening.
   */
  private void opensInTime(@Nullable MaintenanceWindow window, Schedule schedule) {
    Instant end = schedule.end();
    if (window == null || end == null || schedule.equals(kept.schedule())) {
      return;
    }
    Instant start = schedule.start();
    Instant opens = window.opens(start == null || start.isBefore(now) ? now : start);
    if (!opens.isBefore(end)) {
      fields.reject(
          "maintenance_window",
          "opens at %s, after scheduled_end: no device would be reached".formatted(opens));
    }
  }

  private int number(String name, int absent, int min, int max) {
    return Math.toIntExact(fields.numberOr(name, absent, min, max));
  }
}
