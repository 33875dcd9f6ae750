package io.updraft.dynamodb;

import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.lambda.consumed.Bookmarks;
import java.time.Instant;
import java.util.Optional;

/**
 * Bookmarks in a table of the context that walks: {@code pk} = organization, {@code WALK} and the
 * walk's name, {@code sk} = {@code WALK}, with {@code place} and {@code walk_of}.
 */
public final class DynamoBookmarks implements Bookmarks {
  private static final String WALK = "WALK";

  private final Dynamo dynamo;
  private final String table;

  public DynamoBookmarks(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<String> find(String organization, String walk, Instant of) {
    return dynamo
        .get(table, key(organization, walk), Reading.CONSISTENT)
        .filter(item -> item.time("walk_of").equals(of))
        .map(item -> item.text("place"));
  }

  @Override
  public void keep(String organization, String walk, Instant of, String place) {
    ItemBuilder item = Item.build().text("place", place).time("walk_of", of);
    key(organization, walk).attributes().forEach((name, value) -> item.text(name, value.s()));
    dynamo.write(Guarded.put(table, item.attributes()));
  }

  @Override
  public void remove(String organization, String walk) {
    dynamo.write(Guarded.delete(table, key(organization, walk)));
  }

  /** A name may hold anything, also {@code #}: it comes last. */
  private static Key key(String organization, String walk) {
    return new Key(organization + "#" + WALK + "#" + walk, WALK);
  }
}
