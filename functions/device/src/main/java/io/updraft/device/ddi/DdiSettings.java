package io.updraft.device.ddi;

import io.updraft.device.poll.PollSettings;
import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DdiFunction} can be told.
 *
 * @param poll what the native API is told too
 * @param busyInterval how long a device with an update waits before it asks again; 1 s to an hour,
 *     default 30 s
 * @param address under which devices reach this function; null takes what their requests say
 */
record DdiSettings(PollSettings poll, Duration busyInterval, @Nullable URI address) {
  static DdiSettings from(Environment environment) {
    return new DdiSettings(
        PollSettings.from(environment),
        environment.seconds(
            "BUSY_POLL_INTERVAL_SECONDS",
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofHours(1)),
        environment.findUri("DEVICE_API_URL").orElse(null));
  }
}
