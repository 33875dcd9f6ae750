package io.updraft.access.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of an API key.
 *
 * @param createdBy the person who made it, and as whom its bearer counts
 * @param expiresAt from when on it is refused, in whole seconds; null for never
 */
public record ApiKey(
    KeyId id,
    OrganizationId organization,
    Grant grant,
    @Nullable String name,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  public boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
