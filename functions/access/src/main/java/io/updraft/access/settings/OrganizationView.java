package io.updraft.access.settings;

import io.updraft.access.domain.Organization;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organization as answers show it. */
record OrganizationView(
    String organization,
    @Nullable String name,
    @Nullable Long pollIntervalSeconds,
    String createdBy,
    Instant createdAt) {

  static OrganizationView of(Organization organization) {
    return new OrganizationView(
        organization.id().value(),
        organization.name(),
        organization.pollInterval() == null ? null : organization.pollInterval().toSeconds(),
        organization.createdBy(),
        organization.createdAt());
  }
}
