package io.updraft.outbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is ready for the broker.
 *
 * @param id by which the broker drops a repeat
 * @param subject of NATS, {@code {source}.{type}}
 * @param json the envelope as it was committed
 * @param timestamp when the change was committed
 * @param traceparent of the request that caused the event, null where it is not known
 */
public record Message(
    String id, String subject, String json, Instant timestamp, @Nullable String traceparent) {}
