package io.updraft.fleet;

import io.updraft.fleet.http.Refused;
import io.updraft.fleet.telemetry.TelemetryFleet;
import io.updraft.fleet.telemetry.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Devices that measure for a time; then what the server tells is compared with what they sent. */
final class TelemetryRun implements AutoCloseable {
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
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final long start = System.nanoTime();
  private Duration sent = Duration.ZERO;

  TelemetryRun(TelemetryFleet fleet, Access access, Duration duration) {
    this.fleet = fleet;
    this.access = access;
    this.duration = duration;
  }

  static TelemetryRun of(FleetOptions devices, TelemetryOptions options, Access access) {
    var plan = options.plan();
    TelemetryFleet fleet =
        new TelemetryFleet(
            devices.plan("simulated"), plan, access.api(), access.enrolment(), Clock.systemUTC());
    return new TelemetryRun(fleet, access, plan.duration());
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

  /** What the server tells of some devices; nothing is asked after an interrupt. */
  TelemetryVerdict verdict(Ending ending) throws InterruptedException {
    return TelemetryVerdict.of(
        fleet.figures(), ending == Ending.INTERRUPTED ? NOT_ASKED : verified(), fleet.surprises());
  }

  private Verification.Result verified() throws InterruptedException {
    Verification verification = new Verification(access.api(), access.admin(), access.patience());
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var result = thread.submit(() -> verification.verify(fleet));
      try {
        return result.get(LONGEST_VERIFICATION.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException failed) {
        thread.shutdownNow();
        return new Verification.Result(0, 0, List.of("not verified: " + why(failed)));
      }
    }
  }

  private static String why(Exception failed) {
    return failed.getCause() instanceof Refused refused
        ? String.valueOf(refused.getMessage())
        : failed.toString();
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
