package io.updraft.access.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations and their keys, kept in maps. */
public final class InMemoryAccess implements Organizations, ApiKeys {
  private final Map<OrganizationId, Organization> organizations = new HashMap<>();
  private final Map<KeyId, StoredKey> keys = new HashMap<>();
  private final List<OrganizationId> asked = new ArrayList<>();

  @Override
  public synchronized Optional<Organization> find(OrganizationId id) {
    asked.add(id);
    return Optional.ofNullable(organizations.get(id));
  }

  @Override
  public synchronized boolean changePollInterval(OrganizationId id, @Nullable Duration interval) {
    return organizations.computeIfPresent(id, (_, o) -> o.polling(interval)) != null;
  }

  /** For which organizations it was asked whether they exist, in order. */
  public synchronized List<OrganizationId> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized boolean create(Organization organization, MintedKey firstKey) {
    if (organizations.putIfAbsent(organization.id(), organization) != null) {
      return false;
    }
    add(firstKey);
    return true;
  }

  @Override
  public synchronized void createIfMissing(Organization organization) {
    organizations.putIfAbsent(organization.id(), organization);
  }

  @Override
  public synchronized void add(MintedKey key) {
    if (keys.putIfAbsent(key.key().id(), key.stored()) != null) {
      throw new IllegalStateException("two keys with one id");
    }
  }

  @Override
  public synchronized Optional<StoredKey> find(KeyId id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public synchronized List<ApiKey> list(
      OrganizationId organization, @Nullable KeyId before, int most) {
    return keys.values().stream()
        .map(StoredKey::key)
        .filter(key -> key.organization().equals(organization))
        .filter(key -> before == null || key.id().value().compareTo(before.value()) < 0)
        .sorted(Comparator.comparing((ApiKey key) -> key.id().value()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized boolean revoke(OrganizationId organization, KeyId id) {
    return keys.values()
        .removeIf(
            stored ->
                stored.key().id().equals(id) && stored.key().organization().equals(organization));
  }
}
