package io.updraft.campaign.memory;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and actors that tests begin with. */
public final class Examples {
  public static final String ORGANIZATION = "acme";
  public static final String FIRMWARE_ID = "0123456789abcdef0123456789abcdef";
  public static final Actor OLGA = new Actor("olga", new Origin(ORGANIZATION, "req-1", null));
  public static final DeviceFilter ANY_PUMP =
      new DeviceFilter("pump", null, null, null, null, null, null, Map.of(), null);

  private Examples() {}

  /** A call by an operator of {@link #ORGANIZATION}. */
  public static ApiCall call(String routeKey) {
    return ApiCall.of(routeKey).as(ORGANIZATION, "olga", "operator");
  }

  public static CampaignFirmware firmware() {
    return CampaignFirmware.of(
        MemoryCatalogue.firmware(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.AVAILABLE));
  }

  public static Pace pace(int percentage, int concurrent, int batch) {
    return new Pace(
        DeploymentStrategy.IMMEDIATE,
        percentage,
        concurrent,
        batch,
        new Canary(5, 30, 5),
        null,
        Discretion.NONE);
  }

  /** The same pace by another strategy. */
  public static Pace by(
      DeploymentStrategy strategy, Pace pace, @Nullable MaintenanceWindow window) {
    return new Pace(
        strategy,
        pace.rolloutPercentage(),
        pace.maxConcurrentUpdates(),
        pace.batchSize(),
        pace.canary(),
        window,
        Discretion.NONE);
  }

  public static FailureLimits limits(int thresholdPercent, int minFailures) {
    return new FailureLimits(
        thresholdPercent, minFailures, true, List.of(RollbackTrigger.FAILURE_RATE));
  }

  public static CampaignPlan plan(Targeting targeting) {
    return plan(targeting, pace(100, 10, 50), limits(20, 1));
  }

  public static CampaignPlan plan(Targeting targeting, Pace pace, FailureLimits limits) {
    return new CampaignPlan(
        "autumn",
        null,
        targeting,
        pace,
        Priority.NORMAL,
        Schedule.NONE,
        false,
        limits,
        3,
        Duration.ofMinutes(60),
        false,
        false,
        List.of("sync"),
        List.of(),
        new Notifications(false, false, true, List.of()));
  }

  /** The same plan at another pace and another time. */
  public static CampaignPlan with(CampaignPlan plan, Pace pace, Schedule schedule) {
    return new CampaignPlan(
        plan.name(),
        plan.description(),
        plan.targeting(),
        pace,
        plan.priority(),
        schedule,
        plan.requiresApproval(),
        plan.limits(),
        plan.maxRetries(),
        plan.timeout(),
        plan.allowBeta(),
        plan.forceUpdate(),
        plan.preUpdateCommands(),
        plan.postUpdateCommands(),
        plan.notifications());
  }

  /** The same plan, that a second user has to approve or not. */
  public static CampaignPlan approved(CampaignPlan plan, boolean required) {
    return new CampaignPlan(
        plan.name(),
        plan.description(),
        plan.targeting(),
        plan.pace(),
        plan.priority(),
        plan.schedule(),
        required,
        plan.limits(),
        plan.maxRetries(),
        plan.timeout(),
        plan.allowBeta(),
        plan.forceUpdate(),
        plan.preUpdateCommands(),
        plan.postUpdateCommands(),
        plan.notifications());
  }

  /** The same plan, for devices too that have the version already or tell too little. */
  public static CampaignPlan forced(CampaignPlan plan) {
    return new CampaignPlan(
        plan.name(),
        plan.description(),
        plan.targeting(),
        plan.pace(),
        plan.priority(),
        plan.schedule(),
        plan.requiresApproval(),
        plan.limits(),
        plan.maxRetries(),
        plan.timeout(),
        plan.allowBeta(),
        true,
        plan.preUpdateCommands(),
        plan.postUpdateCommands(),
        plan.notifications());
  }
}
