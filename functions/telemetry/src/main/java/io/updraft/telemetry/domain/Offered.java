package io.updraft.telemetry.domain;

import io.updraft.telemetry.published.DataPoint;

/** One element of what a caller sends as data points, at its place in what was sent. */
public sealed interface Offered {
  /** A point within the limits that hold for all; its definition and its age are not yet judged. */
  record Point(String metric, DataPoint point) implements Offered {}

  /**
   * No point.
   *
   * @param field what is wrong, or empty where it is the element as a whole
   * @param message what is wrong with it, to be read after the field's name
   */
  record Wrong(String field, String message) implements Offered {}
}
