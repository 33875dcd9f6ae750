package io.updraft.fleet.telemetry;

import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A device that measures: it enrols, and sends a batch at each interval until it is told to end.
 * What is under way then is sent to its end, or until an interrupt.
 */
final class TelemetryDevice implements Runnable {
  private final String id;
  private final Sampler sampler;
  private final Optional<Ledger> ledger;
  private final Setting setting;
  private final Violations violations = new Violations();
  private @Nullable Sent toRepeat;
  private volatile State state = State.JOINING;
  private volatile String trouble = "";

  /** How far a device is. */
  enum State {
    JOINING,
    SENDING,
    ENDED,
    /** Interrupted while a batch was on its way. */
    UNANSWERED,
    /** Gave up, since the server refuses what it can't go on without. */
    BROKEN
  }

  /** What all devices share. */
  record Setting(
      Api api,
      Enrolment enrolment,
      Counts counts,
      Duration interval,
      CountDownLatch end,
      Clock clock) {}

  private record Sent(Batch batch, Reply reply) {}

  /**
   * A device.
   *
   * @param ledger where it is to be asked for afterwards
   */
  TelemetryDevice(String id, Sampler sampler, Optional<Ledger> ledger, Setting setting) {
    this.id = id;
    this.sampler = sampler;
    this.ledger = ledger;
    this.setting = setting;
  }

  String id() {
    return id;
  }

  Optional<Ledger> ledger() {
    return ledger;
  }

  Violations violations() {
    return violations;
  }

  State state() {
    return state;
  }

  /** What is not as it should be; empty where all is well. */
  Optional<String> surprise() {
    return switch (state) {
      case BROKEN -> Optional.of(id + ": " + trouble);
      case JOINING -> Optional.of(id + " could not join");
      case SENDING, UNANSWERED -> Optional.of(id + " got no answer to its last batch");
      case ENDED -> Optional.empty();
    };
  }

  @Override
  public void run() {
    try {
      String _ = setting.enrolment().enrol(id);
      state = State.SENDING;
      do {
        round();
      } while (!setting.end().await(pause(), TimeUnit.MILLISECONDS));
      state = State.ENDED;
    } catch (InterruptedException endOfTheRun) {
      Thread.currentThread().interrupt();
      state = state == State.SENDING ? State.UNANSWERED : state;
    } catch (RuntimeException broken) {
      trouble = String.valueOf(broken.getMessage());
      state = State.BROKEN;
    }
  }

  /** A batch is repeated after the one that follows it: it may not undo what came between. */
  private void round() throws InterruptedException {
    Sent earlier = toRepeat;
    Batch batch = sampler.batch(setting.clock().instant());
    ledger.ifPresent(kept -> kept.begin(batch));
    violations.begin(batch);
    Reply reply = send(batch);
    ledger.ifPresent(kept -> kept.confirm(batch));
    violations.confirm(batch);
    setting.counts().answered(batch, reply);
    toRepeat = sampler.repeats() ? new Sent(batch, reply) : null;
    if (earlier != null) {
      setting.counts().repeated(earlier.reply(), send(earlier.batch()));
    }
  }

  private Reply send(Batch batch) throws InterruptedException {
    Call call = Call.batch("/api/v1/telemetry/devices/" + id + "/telemetry/batch", batch.body());
    return Reply.of(setting.api().send(call, setting.enrolment().credentials(id)), id);
  }

  private long pause() {
    return setting.interval().toMillis() * (90 + ThreadLocalRandom.current().nextInt(21)) / 100;
  }
}
