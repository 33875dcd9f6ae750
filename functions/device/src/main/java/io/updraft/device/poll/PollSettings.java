package io.updraft.device.poll;

import io.updraft.http.Caller;
import io.updraft.lambda.Environment;
import java.time.Duration;
import java.util.Objects;

/**
 * What the functions that devices ask can be told.
 *
 * @param pollInterval how long a device with nothing to do waits; 5 s to a day, default 5 min
 * @param gatewayRegistrationsPerHour how many new devices one gateway's key may bring, here and in
 *     the registry together; 1 to a million, default 1,000
 * @param downloadValidity how long the address of the bytes serves; a minute to a day, default 1 h
 */
public record PollSettings(
    Duration pollInterval, Duration downloadValidity, int gatewayRegistrationsPerHour) {
  public static PollSettings from(Environment environment) {
    return new PollSettings(
        environment.seconds(
            "POLL_INTERVAL_SECONDS",
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofDays(1)),
        environment.seconds(
            "DOWNLOAD_VALIDITY_SECONDS",
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofDays(1)),
        environment.integer("GATEWAY_REGISTRATIONS_PER_HOUR", 1_000, 1, 1_000_000));
  }

  /** How long a device of this caller's organization waits. */
  public Duration pollInterval(Caller caller) {
    return Objects.requireNonNullElse(caller.pollInterval(), pollInterval);
  }
}
