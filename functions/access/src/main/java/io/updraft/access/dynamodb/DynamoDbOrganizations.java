package io.updraft.access.dynamodb;

import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Transaction;

/** Organizations in the access table. */
public final class DynamoDbOrganizations implements Organizations {
  private final Dynamo dynamo;
  private final String table;

  public DynamoDbOrganizations(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Half a read unit. */
  @Override
  public boolean exists(OrganizationId id) {
    return dynamo.get(table, AccessItems.organizationKey(id), Reading.EVENTUAL).isPresent();
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
