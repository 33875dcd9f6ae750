package io.updraft.access.organizations;

import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Creates an organization with its first admin key. */
final class CreateOrganization {
  private final Organizations organizations;
  private final KeyMint mint;
  private final Clock clock;

  CreateOrganization(Organizations organizations, KeyMint mint, Clock clock) {
    this.organizations = organizations;
    this.mint = mint;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Result {
    /** The key can be shown this once. */
    record Created(Organization organization, MintedKey adminKey) implements Result {}

    /** It existed before, and nothing was changed. */
    record Exists() implements Result {}
  }

  Result create(OrganizationId id, @Nullable String name, String createdBy) {
    Organization organization = Organization.founded(id, name, createdBy, clock.instant());
    Grant admin = new Grant.User(Grant.Rank.ADMIN);
    MintedKey key = mint.mint(id, admin, "first admin key", createdBy, null);
    return organizations.create(organization, key)
        ? new Result.Created(organization, key)
        : new Result.Exists();
  }
}
