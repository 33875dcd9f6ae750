package io.updraft.telemetry.query;

import io.updraft.http.Operation;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.ServiceFigures;
import java.time.Clock;

/** The questions that can be asked, on the store. */
public record QueryOperations(
    PointStore store, Definitions definitions, ServiceFigures figures, Clock clock) {
  public Operation query() {
    return new QueryHandler(
        new FindPoints(store, clock),
        new AggregatePoints(store, clock),
        new ChooseInterval(definitions));
  }

  public Operation aggregated() {
    return new AggregatedHandler(
        new AggregatePoints(store, clock), new ChooseInterval(definitions));
  }

  public Operation metrics() {
    return new DeviceMetricsHandler(store);
  }

  public Operation latest() {
    return new LatestHandler(store);
  }

  public Operation range() {
    return new RangeHandler(
        new FindPoints(store, clock),
        new AggregatePoints(store, clock),
        new ChooseInterval(definitions),
        clock);
  }

  public Operation deviceStats() {
    return new DeviceStatsHandler(store, clock);
  }

  public Operation stats() {
    return new StatsHandler(figures, definitions, clock);
  }
}
