package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.Authors;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Authors in the partitions of the alerts. A move writes its own author only, so that nobody brings
 * back one that was forgotten.
 */
public final class DynamoAuthors implements Authors {
  private static final List<String> MARKS =
      List.of("acknowledged", "suppressed", "unsuppressed", "resolved");
  private static final int PAGE = 100;
  private static final String DIVIDER = "/";

  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoAuthors(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** A place is a partition, and the alert in it after which to go on, if there is one. */
  private record Place(int list, String after) {
    static final Place FIRST = new Place(0, "");

    static Place of(String text) {
      String[] parts = text.split(DIVIDER, 2);
      return new Place(Integer.parseInt(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
      return list + DIVIDER + after;
    }
  }

  @Override
  public @Nullable String forgetIn(String organization, String user, @Nullable String place) {
    Place from = place == null ? Place.FIRST : Place.of(place);
    String pk = AlertKeys.list(organization, from.list());
    ItemPage page =
        dynamo.query(
            PartitionQuery.of(
                    table,
                    "pk = :pk AND sk > :after",
                    v -> v.text(":pk", pk).text(":after", from.after() + " "))
                .limited(PAGE)
                .consistently());
    page.items().forEach(alert -> forget(alert, user));
    return next(from, page);
  }

  private static @Nullable String next(Place from, ItemPage page) {
    if (page.last() != null) {
      return new Place(from.list(), new Item(page.last()).text("sk")).toString();
    }
    return from.list() + 1 < AlertKeys.LISTS ? new Place(from.list() + 1, "").toString() : null;
  }

  private void forget(Item alert, String user) {
    Key key = new Key(alert.text("pk"), new AlertId(alert.text("sk")).text());
    MARKS.stream()
        .filter(mark -> user.equals(alert.map(mark).textOrNull("by")))
        .forEach(mark -> dynamo.write(forgotten(key, mark, user)));
  }

  private Guarded forgotten(Key key, String mark, String user) {
    return Guarded.update(table, key, "SET %s.#by = :deleted".formatted(mark))
        .when("%s.#by = :user".formatted(mark))
        .with(v -> v.text(":deleted", Event.DELETED_USER).text(":user", user));
  }
}
