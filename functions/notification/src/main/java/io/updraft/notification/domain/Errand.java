package io.updraft.notification.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which event a notification is sent for.
 *
 * @param key the event's id: the service takes what comes twice with it once
 * @param correlationId the id of the request that caused the event, where there was one
 */
public record Errand(String key, @Nullable String correlationId) {}
