package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Stamps;
import io.updraft.dynamodb.Transaction;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.metric.Change;
import io.updraft.telemetry.metric.MetricDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Definitions on the metrics table; see {@link MetricItems} and {@link Stamps} for its items. */
public final class MetricsTable implements MetricDefinitions {
  /** The part whose refusal says that the definition is not as it was read. */
  private static final String METRIC = "metric";

  private final Dynamo dynamo;
  private final String table;
  private final Stamps stamps;
  private final Outbox outbox;

  /**
   * Definitions on a client and a table.
   *
   * @param table name of the metrics table
   */
  public MetricsTable(Dynamo dynamo, String table, Outbox outbox) {
    this.dynamo = dynamo;
    this.table = table;
    this.stamps = MetricItems.stamps(table);
    this.outbox = outbox;
  }

  @Override
  public Optional<MetricDefinition> find(String organization, String name) {
    return dynamo
        .get(table, MetricItems.key(organization, name), Reading.CONSISTENT)
        .map(MetricItems::read);
  }

  @Override
  public Stored commit(Change change) {
    String stamp = change.event().id().toString();
    Transaction transaction =
        new Transaction()
            .add(METRIC, written(change))
            .include(stamps.replaced(change.after().organization(), stamp, change.more()))
            .announce(outbox, change.event());
    return switch (dynamo.commit(transaction)) {
      case Commit.Committed() -> Stored.DONE;
      case Commit.Refused refused when refused.by(METRIC) -> Stored.OVERTAKEN;
      case Commit.Refused refused ->
          throw new IllegalStateException("a definition was refused by " + refused.parts());
    };
  }

  /** No item is ever removed, so that a version is of one definition only. */
  private Guarded written(Change change) {
    Map<String, AttributeValue> item = MetricItems.written(change.after(), change.by());
    MetricDefinition before = change.before();
    return before == null
        ? Guarded.create(table, item)
        : Guarded.put(table, item)
            .when("#version = :before")
            .with(v -> v.number(":before", before.version()));
  }

  @Override
  public List<MetricDefinition> browse(String organization, @Nullable String after, int limit) {
    List<MetricDefinition> found = new ArrayList<>();
    Map<String, AttributeValue> from =
        after == null ? null : MetricItems.key(organization, after).attributes();
    do {
      ItemPage page = dynamo.query(query(organization, limit - found.size()).after(from));
      page.items().forEach(item -> found.add(MetricItems.read(item)));
      from = page.last();
    } while (from != null && found.size() < limit);
    return List.copyOf(found);
  }

  private PartitionQuery query(String organization, int limit) {
    return PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", organization).text(":prefix", MetricItems.PREFIX))
        .limited(limit)
        .consistently();
  }
}
