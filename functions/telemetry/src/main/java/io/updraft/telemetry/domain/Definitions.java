package io.updraft.telemetry.domain;

import java.util.Map;
import java.util.Set;

/** Tells what metric names mean, to those who judge data points. */
public interface Definitions {
  /**
   * The definitions of those of the names that have one, deleted ones included. A change is seen by
   * the next call; what has not changed is not read again.
   */
  Map<String, MetricDefinition> of(String organization, Set<String> names);

  /** How many names have a definition, deleted ones not included; a moment behind the changes. */
  long count(String organization);
}
