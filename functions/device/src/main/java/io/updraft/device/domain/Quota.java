package io.updraft.device.domain;

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

  /** The quota of the hour that it is. */
  public static Quota of(String gateway, Instant now, int most) {
    return new Quota(gateway, now.truncatedTo(ChronoUnit.HOURS), most);
  }

  /** What to say to a gateway that has used it up. */
  public String usedUp() {
    return "A gateway may register %d new devices an hour; go on when the next hour begins."
        .formatted(most);
  }

  /** How long it is until the next hour begins. */
  public Duration renewedAfter(Instant now) {
    return Duration.between(now, hour.plus(Duration.ofHours(1)));
  }
}
