package io.updraft.outbox.pull;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Event;
import io.updraft.events.NatsSubject;
import io.updraft.events.UserDeleted;
import io.updraft.lambda.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is pulled, for how long, and who wants it.
 *
 * @param patience how long one invocation waits for messages
 * @param wanting the functions that want an event, by its subject
 */
record PullSettings(Duration patience, Map<String, List<String>> wanting) {
  private static final Pattern COMMA = Pattern.compile(",");

  PullSettings {
    wanting = Map.copyOf(wanting);
  }

  /**
   * Reads {@code PULL_WAIT_SECONDS} (20; 1..60), {@code DEVICE_DELETED_FUNCTIONS} and {@code
   * USER_DELETED_FUNCTIONS}, names of functions divided by commas.
   */
  static PullSettings from(Environment environment) {
    Map<String, List<String>> wanting = new TreeMap<>();
    wanting.put(subject(DeviceDeleted.class), names(environment, "DEVICE_DELETED_FUNCTIONS"));
    wanting.put(subject(UserDeleted.class), names(environment, "USER_DELETED_FUNCTIONS"));
    Duration patience =
        environment.seconds(
            "PULL_WAIT_SECONDS",
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));
    return new PullSettings(patience, wanting);
  }

  static String subject(Class<? extends Event> event) {
    return NatsSubject.of(event).toString();
  }

  private static List<String> names(Environment environment, String variable) {
    return COMMA
        .splitAsStream(environment.text(variable))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
