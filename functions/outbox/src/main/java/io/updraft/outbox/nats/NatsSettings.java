package io.updraft.outbox.nats;

import io.updraft.events.EventStream;
import io.updraft.events.Streams;
import io.updraft.lambda.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the broker is reached.
 *
 * @param url of a server, or several divided by commas; it can carry user and password
 * @param credentials none on one machine
 * @param connectTimeout how long one server may take to answer
 * @param acknowledgeTimeout how long the acknowledgements of one wave are waited for
 * @param replicas of a stream that is created here
 * @param streams those that are published to or pulled from; created where absent
 */
public record NatsSettings(
    String url,
    Optional<NatsCredentials> credentials,
    Duration connectTimeout,
    Duration acknowledgeTimeout,
    int replicas,
    List<EventStream> streams) {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ACKNOWLEDGE = Duration.ofSeconds(5);

  public NatsSettings {
    streams = List.copyOf(streams);
  }

  /**
   * For publishing. Reads {@code NATS_URL} and, where they are set, {@code NATS_CREDENTIALS} or
   * {@code NATS_CREDENTIALS_SECRET}, {@code NATS_CONNECT_SECONDS} (2), {@code
   * NATS_ACKNOWLEDGE_SECONDS} (5), {@code NATS_STREAM_REPLICAS} (1) and {@code NATS_DEVICE_STREAM}
   * (device-stream).
   */
  public static NatsSettings from(Environment environment) {
    return from(environment, List.of(Streams.OTA, Streams.TELEMETRY, deviceStream(environment)));
  }

  /**
   * For pulling from the neighbours' streams; reads {@code NATS_ACCOUNT_STREAM} (account-stream)
   * too.
   */
  static NatsSettings forPulling(Environment environment) {
    EventStream accounts =
        Streams.ACCOUNT.named(environment.text("NATS_ACCOUNT_STREAM", Streams.ACCOUNT.name()));
    return from(environment, List.of(deviceStream(environment), accounts));
  }

  private static EventStream deviceStream(Environment environment) {
    return Streams.DEVICE.named(environment.text("NATS_DEVICE_STREAM", Streams.DEVICE.name()));
  }

  private static NatsSettings from(Environment environment, List<EventStream> streams) {
    Duration least = Duration.ofSeconds(1);
    Duration most = Duration.ofSeconds(30);
    return new NatsSettings(
        environment.text("NATS_URL"),
        NatsCredentials.find(environment),
        environment.seconds("NATS_CONNECT_SECONDS", CONNECT, least, most),
        environment.seconds("NATS_ACKNOWLEDGE_SECONDS", ACKNOWLEDGE, least, most),
        environment.integer("NATS_STREAM_REPLICAS", 1, 1, 5),
        streams);
  }

  /** Whether one of the streams takes this subject. */
  boolean take(String subject) {
    return streams.stream()
        .map(EventStream::subjectFilter)
        .anyMatch(filter -> subject.startsWith(filter.substring(0, filter.length() - 1)));
  }

  /** Without credentials, which must not reach a log. */
  @Override
  public String toString() {
    return "NatsSettings[" + streams + "]";
  }
}
