package io.updraft.access.dynamodb;

import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations in the access table. */
public final class DynamoDbOrganizations implements Organizations {
  private final Dynamo dynamo;
  private final String table;

  public DynamoDbOrganizations(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Organization> find(OrganizationId id) {
    return dynamo
        .get(table, AccessItems.organizationKey(id), Reading.EVENTUAL)
        .map(AccessItems::organization);
  }

  @Override
  public boolean changePollInterval(OrganizationId id, @Nullable Duration interval) {
    Key key = AccessItems.organizationKey(id);
    Guarded change =
        interval == null
            ? Guarded.update(table, key, "REMOVE poll_interval")
            : Guarded.update(table, key, "SET poll_interval = :seconds")
                .with(v -> v.number(":seconds", interval.toSeconds()));
    return dynamo.write(change.when("attribute_exists(pk)")) instanceof Commit.Committed;
  }

  @Override
  public boolean create(Organization organization, MintedKey firstKey) {
    Transaction creation =
        new Transaction()
            .add("organization", creating(organization))
            .include(DynamoDbApiKeys.adding(table, firstKey));
    return dynamo.commit(creation) instanceof Commit.Committed;
  }

  @Override
  public void createIfMissing(Organization organization) {
    var _ = dynamo.write(creating(organization));
  }

  private Guarded creating(Organization organization) {
    return Guarded.create(table, AccessItems.of(organization));
  }
}
