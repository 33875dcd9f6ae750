package io.updraft.device.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many new devices a gateway may register within an hour.
 *
 * @param gateway the user behind the gateway's key
 * @param hour its beginning
 */
public record Quota(String gateway, Instant hour, int most) {

  static Quota of(Signature gateway, int most) {
    return new Quota(gateway.user(), gateway.at().truncatedTo(ChronoUnit.HOURS), most);
  }

  /** How long it is until the next hour begins. */
  Duration renewedAfter(Instant now) {
    return Duration.between(now, hour.plus(Duration.ofHours(1)));
  }
}
