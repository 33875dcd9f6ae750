package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.export.Export;
import io.updraft.telemetry.export.Exports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exports on a table of their own, whose stream drives them; see {@link ExportItems}. */
public final class DynamoExports implements Exports {
  private final Dynamo dynamo;
  private final String table;

  public DynamoExports(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Export> find(String organization, String exportId) {
    return dynamo
        .get(table, ExportItems.key(organization, exportId), Reading.CONSISTENT)
        .map(ExportItems::read);
  }

  @Override
  public List<Export> running(String organization) {
    PartitionQuery query =
        PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", organization))
            .filtered("#status = :running", v -> v.text(":running", "running"))
            .consistently();
    List<Export> running = new ArrayList<>();
    ItemPage page = dynamo.query(query);
    collect(page, running);
    while (page.last() != null) {
      page = dynamo.query(query.after(page.last()));
      collect(page, running);
    }
    return List.copyOf(running);
  }

  private static void collect(ItemPage page, List<Export> running) {
    page.items().forEach(item -> running.add(ExportItems.read(item)));
  }

  @Override
  public void add(Export export) {
    Commit commit = dynamo.write(Guarded.create(table, ExportItems.written(export)));
    if (commit instanceof Commit.Refused) {
      throw new IllegalStateException("there is an export " + export.exportId());
    }
  }

  @Override
  public boolean change(Export after) {
    return dynamo.write(
            Guarded.put(table, ExportItems.written(after))
                .when("#version = :before")
                .with(v -> v.number(":before", after.version() - 1)))
        instanceof Commit.Committed;
  }
}
