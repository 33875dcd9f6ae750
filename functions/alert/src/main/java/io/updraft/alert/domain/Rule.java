package io.updraft.alert.domain;

import java.time.Instant;

/**
 * An alert rule.
 *
 * @param enabled whether points are judged by it
 * @param editedAt when a person last changed it: an id that it names means the device that had it
 *     then
 * @param updatedBy who made its latest change, the creation included
 * @param version counts the changes, from 1
 */
public record Rule(
    String organization,
    RuleId id,
    RuleTerms terms,
    boolean enabled,
    String createdBy,
    Instant createdAt,
    Instant editedAt,
    String updatedBy,
    Instant updatedAt,
    long version) {}
