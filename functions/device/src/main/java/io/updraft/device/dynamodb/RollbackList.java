package io.updraft.device.dynamodb;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackFilter;
import io.updraft.device.domain.Rollbacks.Listing;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.NewestFirst;
import io.updraft.dynamodb.NewestFirst.Slice;
import io.updraft.dynamodb.PartitionQuery;
import org.jspecify.annotations.Nullable;

/** Merges the partitions of the index {@code rollbacks}. */
final class RollbackList {
  private final Dynamo dynamo;
  private final String table;

  RollbackList(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Listing page(String organization, RollbackFilter filter, int limit, @Nullable String before) {
    NewestFirst.Listing<Rollback> page =
        new NewestFirst<>(
                RollbackItems.PARTS,
                Rollback::rollbackId,
                (part, last, most) -> part(organization, part, last, most))
            .page(filter::matches, limit, before);
    return new Listing(page.items(), page.next());
  }

  private Slice<Rollback> part(String organization, int part, String before, int limit) {
    ItemPage page =
        dynamo.query(
            PartitionQuery.of(
                    table,
                    "rollback_pk = :part AND rollback_sk < :before",
                    v ->
                        v.text(":part", RollbackItems.list(organization, part))
                            .text(":before", before))
                .onIndex(RollbackItems.INDEX)
                .newestFirst()
                .limited(limit));
    return new Slice<>(
        page.items().stream().map(RollbackItems::read).toList(), page.last() != null);
  }
}
