package io.updraft.notification.http;

import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the notification service is reached.
 *
 * @param answer how long one attempt may take
 * @param attempts in all
 * @param firstPause before the second attempt, doubled for each further one, give or take half
 * @param rest how long a service that does not answer is left alone
 */
public record NotificationSettings(
    URI address,
    Duration connect,
    Duration answer,
    int attempts,
    Duration firstPause,
    Duration rest) {

  /** Empty where {@code NOTIFICATION_SERVICE_URL} is not set: then nothing is sent. */
  public static Optional<NotificationSettings> from(Environment environment) {
    return environment
        .findUri("NOTIFICATION_SERVICE_URL")
        .map(
            address ->
                new NotificationSettings(
                    address,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    3,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(30)));
  }
}
