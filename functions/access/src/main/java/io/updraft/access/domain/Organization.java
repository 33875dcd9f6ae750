package io.updraft.access.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param pollInterval how often its devices ask whether there is something to do; null leaves that
 *     to the installation
 */
public record Organization(
    OrganizationId id,
    @Nullable String name,
    @Nullable Duration pollInterval,
    String createdBy,
    Instant createdAt) {

  /** One that leaves the poll interval to the installation. */
  public static Organization founded(
      OrganizationId id, @Nullable String name, String createdBy, Instant createdAt) {
    return new Organization(id, name, null, createdBy, createdAt);
  }

  public Organization polling(@Nullable Duration interval) {
    return new Organization(id, name, interval, createdBy, createdAt);
  }
}
