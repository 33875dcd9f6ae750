package io.updraft.access.authorize;

import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Which organizations there are. One that was seen is remembered for five minutes; one that is
 * missing is not, so that a new organization can be used at once.
 */
final class KnownOrganizations {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 1000;

  private final Organizations organizations;
  private final Clock clock;
  private final boolean createsMissing;
  private final LinkedHashMap<OrganizationId, Instant> seen = new LinkedHashMap<>();

  /**
   * @param createsMissing whether naming an organization creates it; only where whoever issues
   *     tokens may also create organizations, as on a developer's machine
   */
  KnownOrganizations(Organizations organizations, Clock clock, boolean createsMissing) {
    this.organizations = organizations;
    this.clock = clock;
    this.createsMissing = createsMissing;
  }

  boolean include(OrganizationId id) {
    if (isRemembered(id)) {
      return true;
    }
    boolean exists = organizations.exists(id) || created(id);
    if (exists) {
      remember(id);
    }
    return exists;
  }

  private boolean created(OrganizationId id) {
    if (createsMissing) {
      organizations.createIfMissing(new Organization(id, null, "first token", clock.instant()));
    }
    return createsMissing;
  }

  private synchronized boolean isRemembered(OrganizationId id) {
    Instant at = seen.get(id);
    return at != null && clock.instant().isBefore(at.plus(REMEMBERED));
  }

  private synchronized void remember(OrganizationId id) {
    seen.remove(id);
    seen.put(id, clock.instant());
    if (seen.size() > MOST_REMEMBERED) {
      seen.pollFirstEntry();
    }
  }
}
