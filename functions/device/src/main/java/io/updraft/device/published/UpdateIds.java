package io.updraft.device.published;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Clock;

/** Makes ids of updates: they sort by the time of their making. */
@FunctionalInterface
public interface UpdateIds {
  String next();

  /**
   * {@code upd_} and a ULID in lower case, as campaigns write the ids of their updates: in two
   * cases all of one would sort before all of the other.
   */
  static UpdateIds of(Clock clock) {
    return () -> "upd_" + UlidCreator.getUlid(clock.millis()).toLowerCase();
  }
}
