package io.updraft.access.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant. */
public record Organization(
    OrganizationId id, @Nullable String name, String createdBy, Instant createdAt) {}
