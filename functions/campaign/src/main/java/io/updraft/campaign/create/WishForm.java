package io.updraft.campaign.create;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.RollbackTrigger;
import io.updraft.campaign.domain.Targeting;
import io.updraft.device.published.Priority;
import io.updraft.http.Fields;
import java.time.Duration;
import java.util.List;

/** Reads the body of a creation; what is wrong is collected in its fields. */
final class WishForm {
  private static final int MOST_COMMANDS = 10;
  private static final int MOST_COMMAND_LENGTH = 256;
  private static final int MOST_CHANNELS = 20;

  private final Fields fields;

  private WishForm(Fields fields) {
    this.fields = fields;
  }

  static Wish read(Fields fields) {
    return new WishForm(fields).wish();
  }

  private Wish wish() {
    String firmwareId = fields.text("firmware_id", 1, 64);
    List<String> devices = TargetingForm.devices(fields);
    refuseWhatIsNotBuilt();
    return new Wish(firmwareId, plan(TargetingForm.read(fields, devices.size())), devices);
  }

  private CampaignPlan plan(Targeting targeting) {
    return new CampaignPlan(
        fields.text("name", 1, 200),
        fields.optionalText("description", 0, 1000),
        targeting,
        pace(),
        fields.choiceOr("priority", Priority.NORMAL, Priority.class),
        limits(),
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
            number("canary_failure_percent", 5, 1, 100)));
  }

  /** Staged is the default that callers know, so leaving it out must not mean another strategy. */
  private DeploymentStrategy strategy() {
    DeploymentStrategy strategy =
        fields.choiceOr("deployment_strategy", DeploymentStrategy.STAGED, DeploymentStrategy.class);
    if (strategy != DeploymentStrategy.IMMEDIATE) {
      fields.reject(
          "deployment_strategy",
          "must be immediate: %s%s is not available in this version"
              .formatted(
                  strategy.wireName(), fields.has("deployment_strategy") ? "" : ", the default,"));
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

  /** To accept a field and not to keep it would be worse than to refuse it. */
  private void refuseWhatIsNotBuilt() {
    String later = "is not available in this version; leave it out";
    if (fields.optionalTime("scheduled_start") != null) {
      fields.reject("scheduled_start", later);
    }
    if (fields.optionalTime("scheduled_end") != null) {
      fields.reject("scheduled_end", later);
    }
    if (fields.flagOr("requires_approval", false)) {
      fields.reject("requires_approval", later);
    }
  }

  private int number(String name, int absent, int min, int max) {
    return Math.toIntExact(fields.numberOr(name, absent, min, max));
  }
}
