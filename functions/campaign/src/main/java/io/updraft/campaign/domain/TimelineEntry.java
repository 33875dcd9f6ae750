package io.updraft.campaign.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a campaign's timeline: who, when, what, why.
 *
 * @param number orders entries of the same millisecond
 * @param what the move by its name: {@code started}
 */
public record TimelineEntry(
    Instant time, long number, String what, String by, @Nullable String why) {}
