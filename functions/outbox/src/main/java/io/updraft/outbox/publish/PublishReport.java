package io.updraft.outbox.publish;

import io.updraft.lambda.metrics.MetricLine;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Published;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * One line of metrics per batch: {@code outbox_lag}, the age in milliseconds of the newest event
 * that was just acknowledged, {@code events_published}, {@code events_set_aside} and {@code
 * campaigns_failed}.
 */
final class PublishReport {
  private final Clock clock;

  PublishReport(Clock clock) {
    this.clock = clock;
  }

  /**
   * The line of a batch of the outbox. Failed campaigns are counted here because all events pass
   * here; of a batch that comes again only the last time.
   */
  String line(Published published, List<OutboxEvent> offered) {
    MetricLine line = counted(published);
    if (published.stopped() == null) {
      line.count("campaigns_failed", offered.stream().filter(PublishReport::isFailure).count());
    }
    return line.at(clock.instant());
  }

  /** Texts of an event have their quotes escaped, so that only its type can look like this. */
  private static boolean isFailure(OutboxEvent event) {
    return event.json().contains("\"type\":\"campaign.failed\"");
  }

  String line(Published published) {
    return counted(published).at(clock.instant());
  }

  private MetricLine counted(Published published) {
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
    return line;
  }
}
