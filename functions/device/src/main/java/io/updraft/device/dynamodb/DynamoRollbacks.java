package io.updraft.device.dynamodb;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackFilter;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Update;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Transaction;
import io.updraft.events.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rollbacks in DynamoDB, beside the updates that carry them out. */
public final class DynamoRollbacks implements Rollbacks {
  private final Dynamo dynamo;
  private final String table;
  private final DynamoUpdates updates;
  private final RollbackWrites writes;
  private final RollbackList list;

  public DynamoRollbacks(Dynamo dynamo, DeviceTables tables, DynamoUpdates updates) {
    this.dynamo = dynamo;
    this.table = tables.updates();
    this.updates = updates;
    this.writes = new RollbackWrites(tables);
    this.list = new RollbackList(dynamo, table);
  }

  @Override
  public Optional<Rollback> find(String organization, String rollbackId) {
    return dynamo
        .get(table, RollbackItems.key(organization, rollbackId), Reading.CONSISTENT)
        .map(RollbackItems::read);
  }

  @Override
  public Begun begin(Rollback rollback, Update update, Origin origin, boolean refer) {
    Transaction begin =
        writes.begun(rollback, origin).include(updates.single(update, origin, refer));
    return switch (dynamo.commit(begin)) {
      case Commit.Committed _ -> Begun.BEGUN;
      case Commit.Refused refused -> refused(refused);
    };
  }

  private static Begun refused(Commit.Refused refused) {
    if (refused.by(RollbackWrites.ROLLBACK)) {
      return Begun.ALREADY;
    }
    if (refused.by(DynamoUpdates.FIRMWARE)) {
      return Begun.FIRMWARE_GONE;
    }
    return Optional.ofNullable(refused.found().get(DynamoUpdates.DEVICE))
            .filter(device -> device.attributes().isEmpty())
            .isPresent()
        ? Begun.DEVICE_GONE
        : Begun.TAKEN;
  }

  @Override
  public void record(Rollback failed, Origin origin) {
    dynamo.commit(writes.failed(failed, origin));
  }

  @Override
  public Listing list(
      String organization, RollbackFilter filter, int limit, @Nullable String before) {
    return list.page(organization, filter, limit, before);
  }
}
