package io.updraft.fleet;

import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.http.Refused;
import io.updraft.fleet.telemetry.HeatAlerts;
import io.updraft.fleet.telemetry.TelemetryFleet;
import io.updraft.fleet.telemetry.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Devices that measure for a time; then what the server tells is compared with what they sent. */
final class TelemetryRun implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long TICK_MILLIS = 100;

  /** Beside the time that the ramp takes; then the server is taken to be away. */
  private static final Duration LONGEST_JOINING = Duration.ofMinutes(5);

  /** What is under way at the end: a request that is lost, and is sent again. */
  private static final Duration LAST_BATCHES = Duration.ofSeconds(60);

  private static final Duration LAST_BATCHES_INTERRUPTED = Duration.ofSeconds(5);
  private static final Duration LONGEST_VERIFICATION = Duration.ofMinutes(10);

  private static final Verification.Result NOT_ASKED = new Verification.Result(0, 0, List.of());

  private final TelemetryFleet fleet;
  private final Access access;
  private final Duration duration;
  private final Optional<HeatAlerts> alerts;
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final long start = System.nanoTime();
  private Duration sent = Duration.ZERO;

  private TelemetryRun(
      TelemetryFleet fleet, Access access, Duration duration, Optional<HeatAlerts> alerts) {
    this.fleet = fleet;
    this.access = access;
    this.duration = duration;
    this.alerts = alerts;
  }

  /**
   * A run, whose rules are made if they are wanted.
   *
   * @throws Refused where the server does not make them
   */
  static TelemetryRun of(FleetOptions devices, TelemetryOptions options, Access access)
      throws InterruptedException {
    var plan = options.plan();
    FleetPlan fleetPlan = devices.plan("simulated");
    TelemetryFleet fleet =
        new TelemetryFleet(fleetPlan, plan, access.api(), access.enrolment(), CLOCK);
    Optional<HeatAlerts> alerts =
        options.withRules ? Optional.of(withRules(access, fleetPlan.group())) : Optional.empty();
    return new TelemetryRun(fleet, access, plan.duration(), alerts);
  }

  private static HeatAlerts withRules(Access access, String group) throws InterruptedException {
    return TimeLimit.within(
        LONGEST_JOINING,
        () -> HeatAlerts.begin(access.api(), access.admin(), access.patience(), CLOCK, group));
  }

  /** Runs until the time is up, which begins when all devices have joined. */
  Ending run(TelemetryProgress progress) throws InterruptedException {
    fleet.start();
    Ending ending = awaitEnd(progress);
    fleet.end(ending == Ending.INTERRUPTED ? LAST_BATCHES_INTERRUPTED : LAST_BATCHES);
    progress.end();
    sent = elapsed();
    return ending;
  }

  private Ending awaitEnd(TelemetryProgress progress) throws InterruptedException {
    Duration end = fleet.rampTime().plus(LONGEST_JOINING);
    boolean joined = false;
    while (!interrupted.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      progress.show(this);
      if (!joined && fleet.joined()) {
        joined = true;
        end = elapsed().plus(duration);
      }
      if (elapsed().compareTo(end) >= 0) {
        return Ending.TIME_IS_UP;
      }
    }
    return Ending.INTERRUPTED;
  }

  /** What the server tells of some devices, and of alerts; nothing is asked after an interrupt. */
  TelemetryVerdict verdict(Ending ending) throws InterruptedException {
    boolean asked = ending != Ending.INTERRUPTED;
    TelemetryVerdict verdict =
        TelemetryVerdict.of(
            fleet.figures(),
            asked ? verified() : NOT_ASKED,
            asked ? alerted() : Optional.empty(),
            fleet.surprises());
    if (alerts.isPresent()) {
      endRules(alerts.get());
    }
    return verdict;
  }

  private static void endRules(HeatAlerts alerts) throws InterruptedException {
    try {
      String _ = TimeLimit.within(LAST_BATCHES_INTERRUPTED, alerts::end);
    } catch (Refused stillJudges) {
      // Nobody minds but a later run, whose devices break one more rule.
    }
  }

  private Optional<HeatAlerts.Result> alerted() throws InterruptedException {
    if (alerts.isEmpty()) {
      return Optional.empty();
    }
    HeatAlerts ofRun = alerts.get();
    try {
      return Optional.of(TimeLimit.within(LONGEST_VERIFICATION, () -> ofRun.verify(fleet)));
    } catch (Refused refused) {
      return Optional.of(
          new HeatAlerts.Result(
              "", List.of(), 0, 0, List.of("alerts not verified: " + refused.getMessage())));
    }
  }

  private Verification.Result verified() throws InterruptedException {
    Verification verification = new Verification(access.api(), access.admin(), access.patience());
    try {
      return TimeLimit.within(LONGEST_VERIFICATION, () -> verification.verify(fleet));
    } catch (Refused refused) {
      return new Verification.Result(0, 0, List.of("not verified: " + refused.getMessage()));
    }
  }

  /** Makes {@link #run} return soon, from any thread. */
  void interrupt() {
    interrupted.countDown();
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** How long it took until the last batch was answered. */
  Duration sent() {
    return sent;
  }

  TelemetryFleet fleet() {
    return fleet;
  }

  Access access() {
    return access;
  }

  @Override
  public void close() {
    fleet.close();
  }
}
