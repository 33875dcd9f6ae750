package io.updraft.events;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels on NATS: an event, and what every event has. Publishers make it with {@link #of} or
 * {@link #unsequenced}; readers get it from {@link io.updraft.events.json.EventJson}.
 *
 * @param id the identity of the event, the same at every repeat; also sent as the header {@link
 *     Streams#MESSAGE_ID_HEADER}
 * @param subject the id of the entity that the event is about; a neighbour may leave it out
 * @param timestamp when the change was committed
 * @param metadata what is known of organization, request, trace and sequence
 * @param version of the payload's schema
 */
public record Envelope(
    UUID id,
    String type,
    String source,
    @Nullable String subject,
    Instant timestamp,
    Event data,
    Map<String, String> metadata,
    String version) {
  /** The version of every payload that this module writes. */
  public static final String VERSION = "1.0.0";

  private static final String ORGANIZATION_ID = "organization_id";
  private static final String CORRELATION_ID = "correlation_id";
  private static final String TRACEPARENT = "traceparent";
  private static final String SEQUENCE = "sequence";

  public Envelope {
    Objects.requireNonNull(id, "id");
    Required.text(type, "type");
    Required.text(source, "source");
    timestamp = Required.timestamp(timestamp);
    Objects.requireNonNull(data, "data");
    if (!type.equals(data.type())) {
      throw new IllegalArgumentException(type + " around a " + data.type());
    }
    // Sorted, so that an envelope is always written as the same bytes.
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    Required.text(version, "version");
  }

  /**
   * The envelope of an event that passes through the outbox.
   *
   * @param sequence the number of this event among those of its entity; a reader tells gaps and
   *     repeats by it
   */
  public static Envelope of(Event event, Origin origin, long sequence, UUID id) {
    Map<String, String> metadata = metadataOf(origin);
    metadata.put(SEQUENCE, Long.toString(sequence));
    return envelope(event, metadata, id);
  }

  /** The envelope of an event that nobody counts, like {@link TelemetryDataReceived}. */
  public static Envelope unsequenced(Event event, Origin origin, UUID id) {
    return envelope(event, metadataOf(origin), id);
  }

  private static Envelope envelope(Event event, Map<String, String> metadata, UUID id) {
    return new Envelope(
        id,
        event.type(),
        event.source(),
        event.subject(),
        event.timestamp(),
        event,
        metadata,
        VERSION);
  }

  private static Map<String, String> metadataOf(Origin origin) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(ORGANIZATION_ID, origin.organizationId());
    if (origin.correlationId() != null) {
      metadata.put(CORRELATION_ID, origin.correlationId());
    }
    if (origin.traceparent() != null) {
      metadata.put(TRACEPARENT, origin.traceparent());
    }
    return metadata;
  }

  /** Where the envelope is published. */
  public NatsSubject natsSubject() {
    return new NatsSubject(source, type);
  }

  /** Always there in what Updraft publishes; a neighbour may have left it out. */
  public Optional<String> organizationId() {
    return Optional.ofNullable(metadata.get(ORGANIZATION_ID));
  }

  /** The id of the request that caused the event. */
  public Optional<String> correlationId() {
    return Optional.ofNullable(metadata.get(CORRELATION_ID));
  }

  /** The W3C trace context of the request that caused the event. */
  public Optional<String> traceparent() {
    return Optional.ofNullable(metadata.get(TRACEPARENT));
  }

  /**
   * The number of this event among those of its entity; empty where nobody counts, or not in
   * digits.
   */
  public OptionalLong sequence() {
    String digits = metadata.getOrDefault(SEQUENCE, "");
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
