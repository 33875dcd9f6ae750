package io.updraft.access.domain;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where organizations are kept. */
public interface Organizations {
  /** Eventually consistent, half a read unit. */
  Optional<Organization> find(OrganizationId id);

  /** Writes how often devices are to ask; false where there is no such organization. */
  boolean changePollInterval(OrganizationId id, @Nullable Duration interval);

  /**
   * Keeps a new organization and its first key, both or neither.
   *
   * @return false where the organization exists already; then nothing is changed
   */
  boolean create(Organization organization, MintedKey firstKey);

  /** Keeps the organization unless it exists already. */
  void createIfMissing(Organization organization);
}
