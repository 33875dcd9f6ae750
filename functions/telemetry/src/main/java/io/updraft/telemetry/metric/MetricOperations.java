package io.updraft.telemetry.metric;

import io.updraft.http.Operation;
import java.time.Clock;

/** The operations on definitions, on their port. */
public record MetricOperations(MetricDefinitions definitions, MetricIds ids, Clock clock) {
  public Operation define() {
    return new DefineMetricHandler(new DefineMetric(definitions, ids), clock);
  }

  public Operation list() {
    return new ListMetricsHandler(new ListMetrics(definitions));
  }

  public Operation show() {
    return new ShowMetricHandler(new ShowMetric(definitions));
  }

  public Operation replace() {
    return new ReplaceMetricHandler(
        new ReplaceMetric(definitions, ids), new ShowMetric(definitions), clock);
  }

  public Operation delete() {
    return new DeleteMetricHandler(new DeleteMetric(definitions, ids), clock);
  }
}
