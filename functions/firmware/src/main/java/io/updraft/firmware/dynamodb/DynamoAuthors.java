package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Event;
import io.updraft.firmware.domain.Authors;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authors in the partition of the organization. The revision of a firmware grows, so that who has
 * read the name a moment ago can't write it back.
 */
public final class DynamoAuthors implements Authors {
  private static final List<String> NAMES = List.of("created_by", "updated_by");
  private static final int PAGE = 100;
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Dynamo dynamo;
  private final String table;

  public DynamoAuthors(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public @Nullable String forgetIn(String organization, String user, @Nullable String place) {
    PartitionQuery query =
        PartitionQuery.of(table, "pk = :org", v -> v.text(":org", organization))
            .limited(PAGE)
            .after(place == null ? null : new Key(organization, place).attributes());
    ItemPage page = dynamo.query(query);
    page.items().forEach(item -> forget(item, user));
    return page.last() == null ? null : new Item(page.last()).text("sk");
  }

  private void forget(Item found, String user) {
    Key key = new Key(found.text("pk"), found.text("sk"));
    Item item = found;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      List<String> names = namesOf(item, user);
      if (names.isEmpty() || replaced(key, item, names)) {
        return;
      }
      item = dynamo.get(table, key, Reading.CONSISTENT).orElseGet(() -> new Item(Map.of()));
    }
    throw new DependencyUnavailable("A firmware that others keep changing", COME_BACK, null);
  }

  private static List<String> namesOf(Item item, String user) {
    return NAMES.stream().filter(name -> user.equals(item.textOrNull(name))).toList();
  }

  private boolean replaced(Key key, Item item, List<String> names) {
    String changes = String.join(", ", names.stream().map(name -> name + " = :deleted").toList());
    return dynamo.write(item.has("revision") ? revised(key, item, changes) : changed(key, changes))
        instanceof Commit.Committed;
  }

  private Guarded revised(Key key, Item item, String changes) {
    long revision = item.number("revision");
    return write(key, changes + ", revision = :next")
        .when("revision = :read")
        .with(v -> v.number(":read", revision).number(":next", revision + 1));
  }

  /** A signing key changes in no other way than by its deletion. */
  private Guarded changed(Key key, String changes) {
    return write(key, changes).when("attribute_exists(pk)");
  }

  private Guarded write(Key key, String changes) {
    return Guarded.update(table, key, "SET " + changes)
        .with(v -> v.text(":deleted", Event.DELETED_USER));
  }
}
