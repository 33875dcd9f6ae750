package io.updraft.fleet.telemetry;

import java.time.Duration;

/**
 * A time in which a device is too hot.
 *
 * @param after so long after its first batch
 */
record Episode(Duration after, Duration lasting) {
  static final Episode NEVER = new Episode(Duration.ZERO, Duration.ZERO);

  private static final Duration WITHOUT_END = Duration.ofDays(36_500);

  Episode withoutEnd() {
    return new Episode(after, WITHOUT_END);
  }

  /** Whether it goes on so long after the device's first batch. */
  boolean covers(Duration sinceFirst) {
    Duration since = sinceFirst.minus(after);
    return !since.isNegative() && since.compareTo(lasting) < 0;
  }
}
