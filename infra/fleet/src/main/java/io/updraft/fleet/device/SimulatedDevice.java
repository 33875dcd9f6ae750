package io.updraft.fleet.device;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A device: it enrols, and then polls for ever and does what it is told. Ends by an interrupt. */
public final class SimulatedDevice implements Runnable {
  private final String id;
  private final Traits traits;
  private final Line line;
  private final Enrolment enrolment;
  private final Workshop workshop;
  private final Duration pollInterval;
  private @Nullable Installation installation;
  private volatile DeviceState state = DeviceState.JOINING;
  private volatile String trouble = "";
  private volatile String version = "";
  private volatile String firstVersion = "";

  SimulatedDevice(
      String id,
      Traits traits,
      Line line,
      Enrolment enrolment,
      Workshop workshop,
      Duration pollInterval) {
    this.id = id;
    this.traits = traits;
    this.line = line;
    this.enrolment = enrolment;
    this.workshop = workshop;
    this.pollInterval = pollInterval;
  }

  public DeviceState state() {
    return state;
  }

  /** The firmware version that it runs; empty before it has joined. */
  public String version() {
    return version;
  }

  /** Whether it runs another version than when it joined. */
  boolean changed() {
    return !version.equals(firstVersion);
  }

  /** What is not as it should be; empty where the device did what it was made for. */
  public Optional<String> surprise() {
    return switch (state) {
      case BROKEN -> Optional.of(id + ": " + trouble);
      case JOINING -> Optional.of(id + " could not join");
      case COMPLETED -> traits.fails() ? Optional.of(id + " should have failed") : Optional.empty();
      case FAILED -> traits.fails() ? Optional.empty() : Optional.of(id + " failed");
      case IDLE, CANCELLED -> Optional.empty();
      case IN_PROGRESS, DOWNLOADING, VERIFYING, INSTALLING, REBOOTING ->
          Optional.of(id + " did not finish: " + state.wireName());
    };
  }

  @Override
  public void run() {
    try {
      firstVersion = enrolment.enrol(id);
      version = firstVersion;
      state = DeviceState.IDLE;
      while (true) {
        act(line.next());
        Thread.sleep(withJitter(pollInterval));
      }
    } catch (InterruptedException endOfTheRun) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      // Refused, or an answer that makes no sense: seen in the summary, and no other device stops.
      trouble = String.valueOf(broken.getMessage());
      state = DeviceState.BROKEN;
    }
  }

  private void act(Next next) throws InterruptedException {
    switch (next) {
      case Next.Install task -> installationOf(task).carryOn(task);
      case Next.GiveUp(String updateId) -> giveUp(updateId);
      case Next.Nothing _ -> forget();
    }
  }

  /** That which was broken off, where it is the same update. */
  private Installation installationOf(Next.Install task) {
    Installation underway = installation;
    if (underway == null || !underway.isOf(task) || state.ended()) {
      underway = new Installation(task, traits, line, workshop, reached -> reach(reached, task));
      installation = underway;
    }
    return underway;
  }

  private void reach(DeviceState reached, Next.Install task) {
    if (reached == DeviceState.COMPLETED) {
      version = task.version();
    }
    state = reached;
  }

  private void giveUp(String updateId) throws InterruptedException {
    if (line.report(updateId, DeviceState.CANCELLED, Map.of()) instanceof Reaction.Ended(var end)) {
      state = end;
    }
  }

  /** The server has ended the update while the device was silent. */
  private void forget() {
    if (state.atWork()) {
      state = DeviceState.IDLE;
    }
  }

  private static Duration withJitter(Duration interval) {
    return interval.multipliedBy(90 + ThreadLocalRandom.current().nextInt(21)).dividedBy(100);
  }
}
