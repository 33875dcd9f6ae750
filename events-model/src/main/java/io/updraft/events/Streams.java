package io.updraft.events;

import io.updraft.events.EventStream.Owner;
import java.time.Duration;
import java.util.List;

/** The streams of JetStream that hold events, and how they are kept: in files, for a week. */
public final class Streams {
  public static final EventStream OTA =
      new EventStream("ota-stream", "ota_service.>", Owner.UPDRAFT);
  public static final EventStream TELEMETRY =
      new EventStream("telemetry-stream", "telemetry_service.>", Owner.UPDRAFT);
  public static final EventStream DEVICE =
      new EventStream("device-stream", "device_service.>", Owner.NEIGHBOUR);
  public static final EventStream ACCOUNT =
      new EventStream("account-stream", "account_service.>", Owner.NEIGHBOUR);

  public static final List<EventStream> ALL = List.of(OTA, TELEMETRY, DEVICE, ACCOUNT);

  /** How long an event can be read again. */
  public static final Duration RETENTION = Duration.ofDays(7);

  /**
   * How long the broker drops a repeat by itself. A repeat that comes later reaches the readers,
   * which is why they remember ids.
   */
  public static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(10);

  /** The header by which the broker knows a repeat; its value is {@link Envelope#id()}. */
  public static final String MESSAGE_ID_HEADER = "Nats-Msg-Id";

  private Streams() {}
}
