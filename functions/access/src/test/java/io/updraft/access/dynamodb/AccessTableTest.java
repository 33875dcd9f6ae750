package io.updraft.access.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class AccessTableTest extends AccessContract {
  private final TestDatabase database;
  private final AccessTable table;

  AccessTableTest(TestDatabase database) {
    this.database = database;
    this.table = new AccessTable(new Dynamo(database.client()), database.table("AccessTable"));
  }

  @Override
  Organizations organizations() {
    return table.organizations();
  }

  @Override
  ApiKeys keys() {
    return table.apiKeys();
  }

  @Test
  void neitherItemOfAKeyHoldsItsSecretAndBothExpire() {
    KeyMint mint = new KeyMint(Clock.systemUTC(), new SecureRandom());
    Instant expiry = Instant.parse("2027-01-01T00:00:00Z");
    MintedKey minted =
        mint.mint(new OrganizationId("sealed"), new Grant.Gateway(), null, "jo", expiry);
    keys().add(minted);
    var items = database.client().scan(r -> r.tableName(database.table("AccessTable"))).items();
    var ofThisKey =
        items.stream().filter(i -> i.toString().contains(minted.key().id().value())).toList();
    assertThat(ofThisKey)
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.toString()).doesNotContain(minted.text().secret()))
        .allSatisfy(
            item ->
                assertThat(new Item(item).number("expires_at")).isEqualTo(expiry.getEpochSecond()));
  }

  @Test
  void dependencyAnswersForHalfAReadUnit() {
    database.consumed().reset();
    table.dependency().reach();
    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
  }

  @Test
  void writesCostWhatTheReadmeSays() {
    KeyMint mint = new KeyMint(Clock.systemUTC(), new SecureRandom());
    OrganizationId priced = new OrganizationId("priced");
    MintedKey first = mint.mint(priced, new Grant.Gateway(), null, "jo", null);
    MintedKey second = mint.mint(priced, new Grant.Gateway(), null, "jo", null);
    assertThat(
            written(
                () ->
                    organizations()
                        .create(Organization.founded(priced, null, "jo", Instant.EPOCH), first)))
        .isEqualTo(6);
    assertThat(written(() -> keys().add(second))).isEqualTo(4);
    assertThat(written(() -> keys().revoke(priced, second.key().id()))).isEqualTo(4);
  }

  private double written(Runnable write) {
    database.consumed().reset();
    write.run();
    return database.consumed().writeUnits();
  }
}
