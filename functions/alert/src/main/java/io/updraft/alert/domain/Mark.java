package io.updraft.alert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who moved an alert, and when.
 *
 * @param by a user id, or {@code system}
 */
public record Mark(String by, Instant at, @Nullable String note) {}
