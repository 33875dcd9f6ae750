package io.updraft.outbox.publish;

import io.updraft.outbox.domain.Published;
import io.updraft.outbox.metrics.MetricLine;
import java.time.Clock;
import java.time.Duration;

/**
 * One line of metrics per batch: {@code outbox_lag}, the age in milliseconds of the newest event
 * that was just acknowledged, {@code events_published} and {@code events_set_aside}.
 */
final class PublishReport {
  private final Clock clock;

  PublishReport(Clock clock) {
    this.clock = clock;
  }

  String line(Published published) {
    MetricLine line =
        new MetricLine("outbox batch")
            .count("events_published", published.acknowledged())
            .count("events_set_aside", published.setAside());
    if (published.newest() != null) {
      Duration lag = Duration.between(published.newest(), clock.instant());
      line.milliseconds("outbox_lag", lag.toMillis());
    }
    if (published.stopped() != null) {
      line.text("stopped", published.stopped().reason());
    }
    return line.at(clock.instant());
  }
}
