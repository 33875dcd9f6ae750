package io.updraft.telemetry.metric;

import io.updraft.events.Origin;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricType;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Definitions to test with. */
public final class Samples {
  public static final String ORG = "org";
  public static final Instant NOW = Instant.parse("2026-01-31T08:15:00.123Z");

  static final Author ANN = author("ann", 0);
  static final Author BOB = author("bob", 60);

  static final Terms TEMPERATURE =
      new Terms(
          DataType.NUMERIC, MetricType.GAUGE, "In the hall", "°C", -40.0, 85.5, 365, 300, true);
  static final Terms TEXT =
      new Terms(DataType.STRING, MetricType.GAUGE, null, null, null, null, 90, 60, false);

  private Samples() {}

  static Author author(String user, long seconds) {
    return new Author(new Origin(ORG, "request-1", null), user, NOW.plusSeconds(seconds));
  }

  /** Ids of metrics that count from 1. */
  public static MetricIds ids() {
    AtomicInteger metrics = new AtomicInteger();
    return new MetricIds() {
      @Override
      public String metric(Instant now) {
        return "met_%d".formatted(metrics.incrementAndGet());
      }

      @Override
      public UUID event() {
        return UUID.randomUUID();
      }
    };
  }

  /** The first definition of a name, by ann. */
  public static Change numeric(String name) {
    return new Changes(MetricIds.random()).first(name, TEMPERATURE, ANN);
  }

  /** The same in another organization. */
  public static Change numericOf(String organization, String name) {
    Author author = new Author(Origin.of(organization), "ann", NOW);
    return new Changes(MetricIds.random()).first(name, TEMPERATURE, author);
  }

  /** The definition deleted by bob. */
  public static Change deleted(Change change) {
    return new Changes(MetricIds.random()).deleted(change.after(), BOB);
  }

  /** The definition with other terms, this retention among them, by bob. */
  public static Change changed(Change change, int retentionDays) {
    Terms terms =
        new Terms(
            DataType.NUMERIC, MetricType.COUNTER, null, null, null, null, retentionDays, 1, false);
    return new Changes(MetricIds.random()).replaced(change.after(), terms, BOB);
  }
}
