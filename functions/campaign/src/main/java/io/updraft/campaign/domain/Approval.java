package io.updraft.campaign.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a second user said of a plan.
 *
 * @param granted false where the plan was refused
 */
public record Approval(boolean granted, String by, @Nullable String comment, Instant at) {}
