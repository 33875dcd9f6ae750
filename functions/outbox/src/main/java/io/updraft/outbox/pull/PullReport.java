package io.updraft.outbox.pull;

import io.updraft.lambda.metrics.MetricLine;
import java.time.Instant;

/**
 * One line of metrics per invocation that had something to do: {@code events_consumed}, {@code
 * events_unknown}, {@code events_dead_lettered}, {@code events_put_off}, and {@code stopped}, the
 * reason, where NATS did not answer.
 */
final class PullReport {
  private PullReport() {}

  static String line(Pulled pulled, Instant now) {
    MetricLine line =
        new MetricLine("pulled")
            .count("events_consumed", pulled.consumed())
            .count("events_unknown", pulled.unknown())
            .count("events_dead_lettered", pulled.deadLetters())
            .count("events_put_off", pulled.putOff());
    String stopped = pulled.stopped();
    return (stopped == null ? line : line.text("stopped", stopped)).at(now);
  }
}
