package io.updraft.device.domain;

import java.time.Instant;

/** What a device said of an update in its own words. */
public record Message(Instant time, String text) {}
