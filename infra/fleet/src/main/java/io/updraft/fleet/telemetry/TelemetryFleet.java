package io.updraft.fleet.telemetry;

import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.device.Ramp;
import io.updraft.fleet.http.Api;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All devices that measure, each in a virtual thread of its own. */
public final class TelemetryFleet implements AutoCloseable {
  private final List<TelemetryDevice> devices = new ArrayList<>();
  private final Counts counts = new Counts();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Instant since;
  private final double rate;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public TelemetryFleet(
      FleetPlan fleet, TelemetryPlan plan, Api api, Enrolment enrolment, Clock clock) {
    since = clock.instant();
    rate = fleet.rate();
    List<String> ids = fleet.ids();
    Set<String> sample = sample(ids, fleet.seed(), plan.sample());
    var setting = new TelemetryDevice.Setting(api, enrolment, counts, plan.interval(), end, clock);
    List<Episode> hot = plan.overheating().episodes(ids.size(), plan, fleet.seed());
    for (int i = 0; i < ids.size(); i++) {
      String batches = ids.get(i) + "-" + Long.toString(since.toEpochMilli(), Character.MAX_RADIX);
      var random = new SplittableRandom(fleet.seed() * 31 + i);
      Sampler sampler = new Sampler(plan, batches, random, hot.get(i));
      Optional<Ledger> ledger =
          sample.contains(ids.get(i)) ? Optional.of(new Ledger()) : Optional.empty();
      devices.add(new TelemetryDevice(ids.get(i), sampler, ledger, setting));
    }
  }

  private static Set<String> sample(List<String> ids, long seed, int size) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, new Random(seed));
    return new HashSet<>(shuffled.subList(0, Math.min(size, shuffled.size())));
  }

  /** Lets the devices join one after another; returns at once. */
  public void start() {
    threads.execute(new Ramp(devices, rate, threads));
  }

  /** How long it takes until the last device begins to join. */
  public Duration rampTime() {
    return Duration.ofMillis((long) (1_000 * devices.size() / rate));
  }

  /** Whether every device has joined, or has given up. */
  public boolean joined() {
    return count(TelemetryDevice.State.JOINING) == 0;
  }

  /** How many devices send. */
  public int sending() {
    return count(TelemetryDevice.State.SENDING);
  }

  private int count(TelemetryDevice.State state) {
    return Math.toIntExact(devices.stream().filter(device -> device.state() == state).count());
  }

  public int size() {
    return devices.size();
  }

  public Counts.Figures figures() {
    return counts.figures();
  }

  /** Lets every device bring what is under way to its end, and stops those that take too long. */
  public void end(Duration patience) throws InterruptedException {
    end.countDown();
    threads.shutdown();
    if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      close();
    }
  }

  /** What devices met that they should not have. */
  public Stream<String> surprises() {
    return devices.stream().flatMap(device -> device.surprise().stream());
  }

  /** When this fleet was made: older points may be of another. */
  Instant since() {
    return since;
  }

  List<TelemetryDevice> devices() {
    return List.copyOf(devices);
  }

  /** The devices that keep what they send, those that have sent something. */
  List<TelemetryDevice> sample() {
    return devices.stream()
        .filter(device -> device.ledger().filter(kept -> !kept.isEmpty()).isPresent())
        .toList();
  }

  /** Stops all devices where they are, and waits for a moment until they have. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      var _ = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
