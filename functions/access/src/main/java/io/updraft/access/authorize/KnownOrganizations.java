package io.updraft.access.authorize;

import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

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
  private final LinkedHashMap<OrganizationId, Seen> seen = new LinkedHashMap<>();

  /**
   * @param createsMissing whether naming an organization creates it; only where whoever issues
   *     tokens may also create organizations, as on a developer's machine
   */
  KnownOrganizations(Organizations organizations, Clock clock, boolean createsMissing) {
    this.organizations = organizations;
    this.clock = clock;
    this.createsMissing = createsMissing;
  }

  /** Empty where there is none of that name. */
  Optional<Organization> find(OrganizationId id) {
    Optional<Organization> remembered = remembered(id);
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<Organization> found = organizations.find(id).or(() -> created(id));
    found.ifPresent(this::remember);
    return found;
  }

  private Optional<Organization> created(OrganizationId id) {
    if (!createsMissing) {
      return Optional.empty();
    }
    Organization first = Organization.founded(id, null, "first token", clock.instant());
    organizations.createIfMissing(first);
    return Optional.of(first);
  }

  private synchronized Optional<Organization> remembered(OrganizationId id) {
    return Optional.ofNullable(seen.get(id))
        .filter(s -> clock.instant().isBefore(s.at().plus(REMEMBERED)))
        .map(Seen::organization);
  }

  private synchronized void remember(Organization organization) {
    seen.remove(organization.id());
    seen.put(organization.id(), new Seen(organization, clock.instant()));
    if (seen.size() > MOST_REMEMBERED) {
      seen.pollFirstEntry();
    }
  }

  private record Seen(Organization organization, Instant at) {}
}
