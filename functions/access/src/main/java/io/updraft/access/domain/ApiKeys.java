package io.updraft.access.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where API keys are kept. Expired ones may still be found for a while. */
public interface ApiKeys {
  /** Keeps a new key. */
  void add(MintedKey key);

  Optional<StoredKey> find(KeyId id);

  /**
   * Keys of an organization, newest first.
   *
   * @param before the last one already seen; null to begin with the newest
   * @param most how many at most; fewer means that there are no more
   */
  List<ApiKey> list(OrganizationId organization, @Nullable KeyId before, int most);

  /**
   * Forgets a key.
   *
   * @return false where the organization has no such key
   */
  boolean revoke(OrganizationId organization, KeyId id);
}
