package io.updraft.cloud;

import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** What is worth an alarm among the metrics that functions write into their logs. */
enum EventMetric {
  OUTBOX_LAG(
      "outbox_lag", "Maximum", 300_000, "Events reach NATS five minutes late; is NATS there?"),
  EVENTS_SET_ASIDE(
      "events_set_aside", "Sum", 1, "NATS refused an event for good; it is in the set-aside table"),
  EVENTS_DEAD_LETTERED(
      "events_dead_lettered",
      "Sum",
      1,
      "A neighbour's event was given up; see the set-aside table"),
  CAMPAIGNS_FAILED("campaigns_failed", "Sum", 1, "A campaign has failed; its timeline tells why");

  static final String NAMESPACE = "Updraft";

  private final String metric;
  private final String statistic;
  private final double least;
  private final String meaning;

  EventMetric(String metric, String statistic, double least, String meaning) {
    this.metric = metric;
    this.statistic = statistic;
    this.least = least;
    this.meaning = meaning;
  }

  Metric metric() {
    return Alarms.metric(NAMESPACE, metric, statistic, Map.of());
  }

  double least() {
    return least;
  }

  String id() {
    return "Events-" + metric.replace('_', '-');
  }

  String meaning() {
    return meaning;
  }
}
