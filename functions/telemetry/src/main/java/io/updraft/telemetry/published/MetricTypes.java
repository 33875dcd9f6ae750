package io.updraft.telemetry.published;

import java.util.Optional;

/** Tells what values metrics take. */
public interface MetricTypes {
  /** The type of a metric that has a definition, for good; a change is seen by the next call. */
  Optional<Type> of(String organization, String name);

  /**
   * A data type.
   *
   * @param name as definitions write it, like {@code geolocation}
   */
  record Type(String name, Values values) {}

  /** What the values of points are. */
  enum Values {
    NUMBERS,
    TEXTS,
    FLAGS,
    OBJECTS
  }
}
