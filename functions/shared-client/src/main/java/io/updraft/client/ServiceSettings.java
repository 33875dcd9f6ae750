package io.updraft.client;

import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service is reached.
 *
 * @param name for the circuit breaker and the log
 * @param answer how long one attempt may take
 * @param slow a service of which half of the latest calls took longer is left alone for a while
 * @param attempts in all
 * @param firstPause before the second attempt, doubled for each further one, give or take half
 * @param rest how long a service that does not answer is left alone
 */
public record ServiceSettings(
    String name,
    URI address,
    Duration connect,
    Duration answer,
    Duration slow,
    int attempts,
    Duration firstPause,
    Duration rest) {

  /**
   * Those of a service that is called in the background, where time matters little.
   *
   * @param variable that has the address; nothing where it is not set
   */
  public static Optional<ServiceSettings> patient(
      Environment environment, String name, String variable) {
    return environment
        .findUri(variable)
        .map(
            address ->
                new ServiceSettings(
                    name,
                    address,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    3,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(30)));
  }

  /**
   * Those of a service for which a request waits, perhaps a thousand times.
   *
   * @param variable that has the address; nothing where it is not set
   */
  public static Optional<ServiceSettings> brisk(
      Environment environment, String name, String variable) {
    return environment
        .findUri(variable)
        .map(
            address ->
                new ServiceSettings(
                    name,
                    address,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(400),
                    2,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(30)));
  }
}
