package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.DueWork;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.PartitionQuery;
import java.time.Instant;
import java.util.List;

/** The index {@code due} of the alerts table. */
public final class DynamoDueWork implements DueWork {
  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoDueWork(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Due> due(int part, Instant now, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "due_pk = :part AND due_sk <= :now",
                v -> v.text(":part", AlertKeys.duePart(part)).text(":now", AlertKeys.dueAt(now)))
            .onIndex("due")
            .limited(limit);
    return dynamo.query(query).items().stream().map(AlertKeys::due).toList();
  }
}
