package io.updraft.access.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.DeviceId;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.access.domain.Scope;
import io.updraft.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every keeper of organizations and keys must do. */
abstract class AccessContract {
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final KeyMint mint = new KeyMint(clock, new SecureRandom());
  private final OrganizationId acme = anyOrganization();
  private final OrganizationId other = anyOrganization();

  abstract Organizations organizations();

  abstract ApiKeys keys();

  private static OrganizationId anyOrganization() {
    return new OrganizationId(UUID.randomUUID().toString());
  }

  private MintedKey mint(OrganizationId organization, Grant grant, @Nullable Instant expiry) {
    clock.advance(Duration.ofMillis(1));
    return mint.mint(organization, grant, "laptop", "jo", expiry);
  }

  private ApiKey added(OrganizationId organization) {
    MintedKey minted = mint(organization, new Grant.Gateway(), null);
    keys().add(minted);
    return minted.key();
  }

  private Organization organization(OrganizationId id, String createdBy) {
    return Organization.founded(id, "Acme", createdBy, clock.instant());
  }

  static List<Grant> everyGrant() {
    List<Grant> grants = new ArrayList<>();
    for (Grant.Rank rank : Grant.Rank.values()) {
      grants.add(new Grant.User(rank));
    }
    grants.add(new Grant.Device(new DeviceId("dev-1")));
    grants.add(new Grant.Gateway());
    grants.add(new Grant.Service(Set.of(new Scope("telemetry:write"), new Scope("devices:read"))));
    return grants;
  }

  @ParameterizedTest
  @MethodSource("everyGrant")
  void keyIsFoundAsItWasAdded(Grant grant) {
    MintedKey minted = mint(acme, grant, Instant.parse("2027-01-01T00:00:00Z"));
    keys().add(minted);
    assertThat(keys().find(minted.key().id())).contains(minted.stored());
    assertThat(keys().list(acme, null, 1)).containsExactly(minted.key());
  }

  @Test
  void unknownKeyIsNotFound() {
    assertThat(keys().find(mint(acme, new Grant.Gateway(), null).key().id())).isEmpty();
  }

  @Test
  void keysAreListedNewestFirstInPages() {
    ApiKey first = added(acme);
    ApiKey second = added(acme);
    ApiKey third = added(acme);
    added(other);
    assertThat(keys().list(acme, null, 2)).containsExactly(third, second);
    assertThat(keys().list(acme, second.id(), 2)).containsExactly(first);
    assertThat(keys().list(acme, null, 100)).hasSize(3);
  }

  @Test
  void revokedKeyIsGone() {
    ApiKey key = added(acme);
    assertThat(keys().revoke(acme, key.id())).isTrue();
    assertThat(keys().find(key.id())).isEmpty();
    assertThat(keys().list(acme, null, 10)).isEmpty();
    assertThat(keys().revoke(acme, key.id())).isFalse();
  }

  @Test
  void anotherOrganizationCanNotRevoke() {
    ApiKey key = added(acme);
    assertThat(keys().revoke(other, key.id())).isFalse();
    assertThat(keys().find(key.id())).isPresent();
  }

  @Test
  void organizationIsCreatedWithItsFirstKey() {
    MintedKey first = mint(acme, new Grant.User(Grant.Rank.ADMIN), null);
    assertThat(organizations().find(acme)).isEmpty();
    assertThat(organizations().create(organization(acme, "jo"), first)).isTrue();
    assertThat(organizations().find(acme)).isPresent();
    assertThat(keys().find(first.key().id())).contains(first.stored());
  }

  @Test
  void existingOrganizationGetsNoSecondFirstKey() {
    organizations().createIfMissing(organization(acme, "jo"));
    MintedKey second = mint(acme, new Grant.User(Grant.Rank.ADMIN), null);
    assertThat(organizations().create(organization(acme, "eve"), second)).isFalse();
    assertThat(keys().find(second.key().id())).isEmpty();
    assertThat(keys().list(acme, null, 10)).isEmpty();
  }

  @Test
  void creatingIfMissingCanBeRepeated() {
    organizations().createIfMissing(organization(acme, "jo"));
    organizations().createIfMissing(organization(acme, "eve"));
    assertThat(organizations().find(acme)).isPresent();
  }

  @Test
  void pollIntervalIsWrittenAndTakenAway() {
    organizations().createIfMissing(organization(acme, "jo"));
    Duration minute = Duration.ofMinutes(1);
    assertThat(organizations().changePollInterval(acme, minute)).isTrue();
    assertThat(organizations().find(acme)).contains(organization(acme, "jo").polling(minute));
    assertThat(organizations().changePollInterval(acme, null)).isTrue();
    assertThat(organizations().find(acme)).contains(organization(acme, "jo"));
  }

  @Test
  void unknownOrganizationHasNoPollInterval() {
    assertThat(organizations().changePollInterval(acme, Duration.ofMinutes(1))).isFalse();
    assertThat(organizations().find(acme)).isEmpty();
  }
}
