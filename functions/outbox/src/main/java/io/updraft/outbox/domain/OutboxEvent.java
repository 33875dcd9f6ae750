package io.updraft.outbox.domain;

/**
 * An event as the outbox holds it, not yet understood.
 *
 * @param entity organization and entity, the partition of the outbox; the order of publishing holds
 *     within it
 * @param sequence the number of the event among those of its entity, as the outbox's sort key
 * @param json the envelope, published byte for byte
 */
public record OutboxEvent(String entity, String sequence, String json) {}
