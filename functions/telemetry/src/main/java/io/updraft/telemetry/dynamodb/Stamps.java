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
 * {@code STAMP} and the number of the copy. All are always the same, and a reader takes any.
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

  /** The parts of a transaction that replace it. */
  Transaction replaced(String organization, String stamp) {
    Transaction all = new Transaction();
    for (int copy = 0; copy < COPIES; copy++) {
      all.add("stamp " + copy, replaced(key(organization, copy), stamp));
    }
    return all;
  }

  private Guarded replaced(Key key, String stamp) {
    return Guarded.update(table, key, "SET stamp = :stamp").with(v -> v.text(":stamp", stamp));
  }

  private static Key key(String organization, int copy) {
    return new Key(Key.join(organization, "STAMP", Integer.toString(copy)), "STAMP");
  }
}
