package io.updraft.campaign.advance;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.RollbackTrigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Plans of every kind, by chance. */
record RandomPlans(SplittableRandom random) {
  CampaignPlan plan(Targeting targeting, Instant now) {
    CampaignPlan plan = Examples.plan(targeting, pace(), limits());
    return Examples.with(plan, plan.pace(), schedule(targeting.dynamic(), now));
  }

  private Pace pace() {
    DeploymentStrategy[] all = DeploymentStrategy.values();
    return new Pace(
        all[random.nextInt(all.length)],
        1 + random.nextInt(100),
        1 + random.nextInt(40),
        1 + random.nextInt(60),
        new Canary(1 + random.nextInt(40), random.nextInt(60), 1 + random.nextInt(60)),
        window(),
        Discretion.NONE);
  }

  private @Nullable MaintenanceWindow window() {
    if (random.nextInt(4) != 0) {
      return null;
    }
    LocalTime from = LocalTime.of(random.nextInt(24), 0);
    return new MaintenanceWindow(
        EnumSet.allOf(DayOfWeek.class),
        from,
        from.plusHours(1 + random.nextInt(20)),
        ZoneOffset.UTC);
  }

  private FailureLimits limits() {
    List<RollbackTrigger> triggers =
        random.nextInt(4) == 0
            ? List.of(RollbackTrigger.TIMEOUT)
            : List.of(RollbackTrigger.FAILURE_RATE);
    return new FailureLimits(
        1 + random.nextInt(100), 1 + random.nextInt(4), random.nextBoolean(), triggers);
  }

  private Schedule schedule(boolean dynamic, Instant now) {
    Duration time = Duration.ofMinutes(30 + random.nextInt(150));
    return dynamic || random.nextInt(6) == 0 ? new Schedule(null, now.plus(time)) : Schedule.NONE;
  }
}
