package io.updraft.fleet.http;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what went over the wire. */
public final class Traffic {
  private final LongAdder requests = new LongAdder();
  private final LongAdder unreachable = new LongAdder();
  private final LongAdder unavailable = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder resumed = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Latencies polls = new Latencies();
  private final Latencies reports = new Latencies();
  private final Latencies batches = new Latencies();

  /**
   * The counts of a moment.
   *
   * @param requests that the API answered
   * @param unreachable requests without an answer
   * @param unavailable answers of 429 and from 500 on
   * @param refused other answers that are none of success
   * @param retries requests that were sent again
   * @param resumed downloads that went on after they were cut off
   * @param bytes of firmware that came in
   */
  public record Figures(
      long requests,
      long unreachable,
      long unavailable,
      long refused,
      long retries,
      long resumed,
      long bytes) {}

  public Figures figures() {
    return new Figures(
        requests.sum(),
        unreachable.sum(),
        unavailable.sum(),
        refused.sum(),
        retries.sum(),
        resumed.sum(),
        bytes.sum());
  }

  public Latencies polls() {
    return polls;
  }

  public Latencies reports() {
    return reports;
  }

  public Latencies batches() {
    return batches;
  }

  public void received(long count) {
    bytes.add(count);
  }

  public void resumed() {
    resumed.increment();
  }

  public void retried() {
    retries.increment();
  }

  void unreachable() {
    unreachable.increment();
  }

  void answered(Call call, Answer answer, Duration took) {
    requests.increment();
    if (answer.isTemporary()) {
      unavailable.increment();
    } else if (!answer.isSuccess()) {
      refused.increment();
    }
    time(call.kind(), took);
  }

  private void time(Call.Kind kind, Duration took) {
    switch (kind) {
      case POLL -> polls.add(took);
      case REPORT -> reports.add(took);
      case BATCH -> batches.add(took);
      case OTHER -> {}
    }
  }
}
