package io.updraft.outbox.domain;

import java.time.Instant;

/**
 * What the broker tells of a message.
 *
 * @param stream name of the stream that keeps it
 * @param subject it was published on
 * @param sequence its number in the stream
 * @param storedAt when the stream got it
 * @param deliveries how often it was delivered, this time included
 */
public record Letterhead(
    String stream, String subject, long sequence, Instant storedAt, long deliveries) {}
