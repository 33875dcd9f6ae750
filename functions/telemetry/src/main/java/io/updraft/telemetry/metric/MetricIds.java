package io.updraft.telemetry.metric;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.UUID;

/** Where new ids come from. */
public interface MetricIds {
  /** Sorts by time. */
  String metric(Instant now);

  UUID event();

  /** Ids of metrics are {@code met_} and a ULID. */
  static MetricIds random() {
    return new MetricIds() {
      @Override
      public String metric(Instant now) {
        return "met_" + UlidCreator.getUlid(now.toEpochMilli());
      }

      @Override
      public UUID event() {
        return UUID.randomUUID();
      }
    };
  }
}
