package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.device.Fleet;
import io.updraft.fleet.display.Display;
import io.updraft.fleet.display.Snapshot;
import io.updraft.fleet.http.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fleet at work, and maybe a rollout over it, until what is waited for has happened. */
final class Simulation implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final Fleet fleet;
  private final Optional<Rollout> rollout;
  private final Traffic traffic;
  private final Waiting waiting;
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final long start = System.nanoTime();
  private Optional<Thread> operator = Optional.empty();

  /**
   * What a run waits for.
   *
   * @param untilDone for the end of the rollout, or of an update on each device
   * @param longest how long at most; empty for ever
   */
  record Waiting(boolean untilDone, Optional<Duration> longest) {}

  Simulation(Fleet fleet, Optional<Rollout> rollout, Traffic traffic, Waiting waiting) {
    this.fleet = fleet;
    this.rollout = rollout;
    this.traffic = traffic;
    this.waiting = waiting;
  }

  /** Runs until the end. */
  Ending run(Display display) throws InterruptedException {
    fleet.start();
    operator = rollout.map(Thread::startVirtualThread);
    while (!interrupted.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      display.show(snapshot());
      if (waiting.untilDone() && isDone()) {
        return Ending.DONE;
      }
      if (waiting.longest().filter(longest -> elapsed().compareTo(longest) >= 0).isPresent()) {
        return Ending.TIME_IS_UP;
      }
    }
    return Ending.INTERRUPTED;
  }

  /** Makes {@link #run} return soon, from any thread. */
  void interrupt() {
    interrupted.countDown();
  }

  private boolean isDone() {
    return rollout.map(r -> r.isOver() && !fleet.atWork()).orElseGet(fleet::ended);
  }

  private Snapshot snapshot() {
    return new Snapshot(
        elapsed(),
        fleet.states(),
        traffic.figures(),
        rollout.map(Rollout::campaign).flatMap(CampaignRun::latest));
  }

  Verdict verdict(Ending ending) {
    return Verdict.of(fleet, rollout, waiting.untilDone() && ending != Ending.DONE);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  Fleet fleet() {
    return fleet;
  }

  Optional<Rollout> rollout() {
    return rollout;
  }

  Traffic traffic() {
    return traffic;
  }

  @Override
  public void close() {
    operator.ifPresent(Thread::interrupt);
    fleet.close();
  }
}
