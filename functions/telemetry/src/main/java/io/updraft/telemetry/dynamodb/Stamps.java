package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What tells whether any definition of an organization has changed: a text that each change
 * replaces by another, in its transaction. An organization without definitions has none.
 *
 * <p>Everything that a fleet sends reads it, and one item gives 3,000 consistent reads a second; so
 * there are {@link #COPIES} of it, in partitions of their own: {@code pk} is the organization,
 * {@code STAMP} and the number of the copy. All are always the same, and a reader takes any. Since
 * each change writes them anyway, they also count the definitions.
 */
record Stamps(String table) {
  static final int COPIES = 8;

  private static final String STAMP = "stamp";

  /** The present stamp, strongly consistent: one read unit. */
  Optional<String> read(Dynamo dynamo, String organization) {
    int copy = ThreadLocalRandom.current().nextInt(COPIES);
    return dynamo
        .get(table, key(organization, copy), Reading.CONSISTENT)
        .map(item -> item.text(STAMP));
  }

  /** How many definitions there are, eventually consistent: half a read unit. */
  long definitions(Dynamo dynamo, String organization) {
    return dynamo
        .get(table, key(organization, 0), Reading.EVENTUAL)
        .map(item -> item.numberOr("definitions", 0))
        .orElse(0L);
  }

  /**
   * The parts of a transaction that replace it.
   *
   * @param more by how much the number of definitions grows; negative where one is deleted
   */
  Transaction replaced(String organization, String stamp, int more) {
    Transaction all = new Transaction();
    for (int copy = 0; copy < COPIES; copy++) {
      all.add("stamp " + copy, replaced(key(organization, copy), stamp, more));
    }
    return all;
  }

  private Guarded replaced(Key key, String stamp, int more) {
    return Guarded.update(table, key, "SET stamp = :stamp ADD definitions :more")
        .with(v -> v.text(":stamp", stamp).number(":more", more));
  }

  private static Key key(String organization, int copy) {
    return new Key(Key.join(organization, "STAMP", Integer.toString(copy)), "STAMP");
  }
}
