package io.updraft.live.domain;

import org.jspecify.annotations.Nullable;

/**
 * What happened to an alert.
 *
 * @param metric null where the event does not tell
 * @param json the message about it
 */
public record Alert(String device, @Nullable String metric, String json) {}
