package io.updraft.access.dynamodb;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.StoredKey;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys in the access table. */
public final class DynamoDbApiKeys implements ApiKeys {
  private final Dynamo dynamo;
  private final String table;

  public DynamoDbApiKeys(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(MintedKey minted) {
    Commit commit = dynamo.commit(adding(table, minted));
    if (commit instanceof Commit.Refused) {
      throw new IllegalStateException("two keys with the id " + minted.key().id().value());
    }
  }

  static Transaction adding(String table, MintedKey minted) {
    return new Transaction()
        .add("key", Guarded.create(table, AccessItems.byId(minted.stored())))
        .add("listing", Guarded.create(table, AccessItems.listed(minted.key())));
  }

  /** Half a read unit: a revocation is late by the gateway's cache anyway. */
  @Override
  public Optional<StoredKey> find(KeyId id) {
    return dynamo.get(table, AccessItems.byId(id), Reading.EVENTUAL).map(AccessItems::storedKey);
  }

  @Override
  public List<ApiKey> list(OrganizationId organization, @Nullable KeyId before, int most) {
    PartitionQuery query = keysOf(organization, before).limited(most);
    List<ApiKey> keys = new ArrayList<>();
    ItemPage page;
    do {
      page = dynamo.query(query);
      page.items().stream().map(AccessItems::apiKey).forEach(keys::add);
      query = query.limited(Math.max(1, most - keys.size())).after(page.last());
    } while (keys.size() < most && page.last() != null);
    return List.copyOf(keys);
  }

  private PartitionQuery keysOf(OrganizationId organization, @Nullable KeyId before) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v ->
                    v.text(":pk", AccessItems.partition(organization))
                        .text(":prefix", AccessItems.KEY_PREFIX))
            .newestFirst()
            .consistently();
    return before == null
        ? query
        : query.after(AccessItems.listed(organization, before).attributes());
  }

  /**
   * The listing decides, since it is in the organization's own partition; time to live may have
   * taken the other item before it.
   */
  @Override
  public boolean revoke(OrganizationId organization, KeyId id) {
    Transaction revocation =
        new Transaction()
            .add(
                "listing",
                Guarded.delete(table, AccessItems.listed(organization, id))
                    .when("attribute_exists(pk)"))
            .add("key", Guarded.delete(table, AccessItems.byId(id)));
    return switch (dynamo.commit(revocation)) {
      case Commit.Committed() -> true;
      case Commit.Refused _ -> false;
    };
  }
}
