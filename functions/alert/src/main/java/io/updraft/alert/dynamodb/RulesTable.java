package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Rules;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Stamps;
import io.updraft.dynamodb.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rules on the rules table; see {@link RuleItems} and {@link Stamps} for its items. Of a deleted
 * rule {@code DELETED#} and its id remain, with when and by whom, so that a repeated delete is
 * known as such and a list meets none of them.
 */
public final class RulesTable implements Rules {
  /** The part whose refusal says that the rule is not as it was read. */
  private static final String RULE = "rule";

  private final Dynamo dynamo;
  private final String table;
  private final String alerts;
  private final Stamps stamps;
  private final Outbox outbox;
  private final long most;

  /**
   * Rules on a client and a table.
   *
   * @param tables where rules are, and where their alerts
   */
  public RulesTable(Dynamo dynamo, AlertTables tables, Outbox outbox) {
    this(dynamo, tables, outbox, MOST);
  }

  RulesTable(Dynamo dynamo, AlertTables tables, Outbox outbox, long most) {
    this.dynamo = dynamo;
    this.table = tables.rules();
    this.alerts = tables.alerts();
    this.stamps = tables.stamps();
    this.outbox = outbox;
    this.most = most;
  }

  @Override
  public Optional<Rule> find(String organization, RuleId id) {
    return dynamo
        .get(table, RuleItems.key(organization, id), Reading.CONSISTENT)
        .map(RuleItems::read);
  }

  @Override
  public boolean deleted(String organization, RuleId id) {
    return dynamo.get(table, mark(organization, id), Reading.CONSISTENT).isPresent();
  }

  @Override
  public Stored commit(RuleChange change) {
    String organization = change.rule().organization();
    String stamp = change.event().id().toString();
    Transaction transaction =
        written(change)
            .include(stamps.replaced(organization, stamp, change.more(), most))
            .announce(outbox, change.event());
    return switch (dynamo.commit(transaction)) {
      case Commit.Committed() -> Stored.DONE;
      case Commit.Refused refused when refused.by(RULE) -> Stored.OVERTAKEN;
      case Commit.Refused refused when refused.by(Stamps.FULL) -> Stored.FULL;
      case Commit.Refused refused ->
          throw new IllegalStateException("a rule was refused by " + refused.parts());
    };
  }

  private Transaction written(RuleChange change) {
    return switch (change) {
      case RuleChange.Created(var rule, var _) ->
          new Transaction()
              .add(RULE, Guarded.create(table, RuleItems.written(rule)))
              .include(DynamoEnrolments.begin(alerts, rule));
      case RuleChange.Replaced(var before, var rule, var _) ->
          new Transaction()
              .add(RULE, unchanged(Guarded.put(table, RuleItems.written(rule)), before))
              .include(DynamoEnrolments.begin(alerts, rule));
      case RuleChange.Deleted deleted -> removed(deleted);
    };
  }

  private Transaction removed(RuleChange.Deleted deleted) {
    Rule rule = deleted.rule();
    Key key = RuleItems.key(rule.organization(), rule.id());
    Map<String, AttributeValue> mark =
        new HashMap<>(mark(rule.organization(), rule.id()).attributes());
    mark.putAll(
        Item.build()
            .text("deleted_by", deleted.by())
            .time("deleted_at", deleted.at())
            .attributes());
    return new Transaction()
        .add(RULE, unchanged(Guarded.delete(table, key), rule))
        .add("mark", Guarded.create(table, mark));
  }

  /**
   * An id is never used again, so that a version is of one rule only. Who has read the name of
   * somebody who is to be forgotten does not write it back.
   */
  private static Guarded unchanged(Guarded write, Rule before) {
    return write
        .when("#version = :before AND created_by = :author AND updated_by = :editor")
        .with(v -> v.number(":before", before.version()))
        .with(v -> v.text(":author", before.createdBy()).text(":editor", before.updatedBy()));
  }

  @Override
  public boolean rename(Rule before, String createdBy, String updatedBy) {
    Guarded write =
        Guarded.update(
                table,
                RuleItems.key(before.organization(), before.id()),
                "SET created_by = :creator, updated_by = :last")
            .with(v -> v.text(":creator", createdBy).text(":last", updatedBy));
    return dynamo.write(unchanged(write, before)) instanceof Commit.Committed;
  }

  @Override
  public Optional<String> stamp(String organization) {
    return stamps.read(dynamo, organization);
  }

  @Override
  public List<Rule> browse(String organization, @Nullable RuleId after, int limit) {
    List<Rule> found = new ArrayList<>();
    Map<String, AttributeValue> from =
        after == null ? null : RuleItems.key(organization, after).attributes();
    do {
      ItemPage page = dynamo.query(query(organization, limit - found.size()).after(from));
      page.items().forEach(item -> found.add(RuleItems.read(item)));
      from = page.last();
    } while (from != null && found.size() < limit);
    return List.copyOf(found);
  }

  private PartitionQuery query(String organization, int limit) {
    return PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", organization).text(":prefix", RuleItems.PREFIX))
        .limited(limit)
        .consistently();
  }

  private static Key mark(String organization, RuleId id) {
    return new Key(organization, "DELETED#" + id);
  }
}
