package io.updraft.events;

import java.time.Instant;
import java.util.List;

/** One event of each type that the telemetry side publishes. */
public final class TelemetrySamples {
  private static final Instant TIME = Instant.parse("2026-11-24T06:46:45.120Z");

  private TelemetrySamples() {}

  public static List<Event> all() {
    return List.of(
        new TelemetryDataReceived("dev-1", 10, 1000, TIME),
        new MetricDefined("metric-1", "temperature", "numeric", "gauge", null, "user-7", TIME),
        new MetricUpdated("metric-1", "temperature", "user-7", TIME),
        new MetricDeleted("metric-1", "temperature", "user-7", TIME),
        new AlertRuleCreated(
            "rule-1", "too hot", "temperature", ">", "80", "critical", true, "user-7", TIME),
        new AlertRuleUpdated("rule-1", "too hot", Event.SYSTEM, TIME),
        new AlertRuleDeleted("rule-1", "too hot", "user-7", TIME),
        new AlertTriggered(
            "alert-1",
            "rule-1",
            "too hot",
            "dev-1",
            "temperature",
            "critical",
            "81.5",
            "80",
            TIME,
            List.of("ops", "mail")),
        new AlertAcknowledged("alert-1", "rule-1", "dev-1", "user-7", TIME),
        new AlertSuppressed("alert-1", "rule-1", "dev-1", "user-7", TIME),
        new AlertUnsuppressed("alert-1", "rule-1", "dev-1", "user-7", TIME),
        new AlertResolved(
            "alert-1",
            "rule-1",
            "too hot",
            "dev-1",
            "temperature",
            "critical",
            Event.SYSTEM,
            null,
            TIME));
  }
}
