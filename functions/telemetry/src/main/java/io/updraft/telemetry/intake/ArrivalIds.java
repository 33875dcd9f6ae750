package io.updraft.telemetry.intake;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;

/** Makes ids that sort by the time of arrival. */
@FunctionalInterface
public interface ArrivalIds {
  String next(Instant now);

  /** A ULID; within a millisecond they ascend in the order in which one process makes them. */
  static ArrivalIds ulids() {
    return now -> UlidCreator.getMonotonicUlid(now.toEpochMilli()).toString();
  }
}
