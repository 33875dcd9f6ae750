package io.updraft.telemetry.domain;

/** How the values of a metric behave over time. */
public enum MetricType {
  GAUGE,
  COUNTER,
  HISTOGRAM,
  SUMMARY
}
