package io.updraft.dynamodb;

import io.updraft.dynamodb.Dynamo.Reading;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What tells whether anything of one kind has changed in an organization: a text that each change
 * replaces by another, in its transaction. An organization without anything of the kind has none.
 *
 * <p>Everything that a fleet sends reads it, and one item gives 3,000 consistent reads a second; so
 * there are {@link #COPIES} of it, in partitions of their own: {@code pk} is the organization,
 * {@code STAMP} and the number of the copy. All are always the same, and a reader takes any. Since
 * each change writes them anyway, they also count what there is.
 *
 * @param table which holds one kind only
 * @param counter the attribute that counts
 */
public record Stamps(String table, String counter) {
  public static final int COPIES = 8;

  /** The part whose refusal says that there are as many as there may be. */
  public static final String FULL = "stamp 0";

  private static final String STAMP = "stamp";

  /** The present stamp, strongly consistent: one read unit. */
  public Optional<String> read(Dynamo dynamo, String organization) {
    int copy = ThreadLocalRandom.current().nextInt(COPIES);
    return dynamo
        .get(table, key(organization, copy), Reading.CONSISTENT)
        .map(item -> item.text(STAMP));
  }

  /** How many there are, eventually consistent: half a read unit. */
  public long count(Dynamo dynamo, String organization) {
    return dynamo
        .get(table, key(organization, 0), Reading.EVENTUAL)
        .map(item -> item.numberOr(counter, 0))
        .orElse(0L);
  }

  /**
   * The parts of a transaction that replace it.
   *
   * @param more by how much the number grows; negative where something is deleted
   */
  public Transaction replaced(String organization, String stamp, int more) {
    return replaced(organization, stamp, more, Long.MAX_VALUE);
  }

  /**
   * The same; refused by {@link #FULL} where the number would grow beyond the most that may be.
   *
   * @param most at least one
   */
  public Transaction replaced(String organization, String stamp, int more, long most) {
    Transaction all = new Transaction();
    for (int copy = 0; copy < COPIES; copy++) {
      Guarded write = replaced(key(organization, copy), stamp, more);
      all.add("stamp " + copy, copy == 0 && more > 0 ? within(write, most - more) : write);
    }
    return all;
  }

  /**
   * A part of a transaction that is refused where anything has changed since the stamp was read.
   */
  public Guarded unchanged(String organization, String stamp) {
    int copy = ThreadLocalRandom.current().nextInt(COPIES);
    return Guarded.check(table, key(organization, copy), "stamp = :stamp")
        .with(v -> v.text(":stamp", stamp));
  }

  private Guarded replaced(Key key, String stamp, int more) {
    return Guarded.update(table, key, "SET stamp = :stamp ADD #%s :more".formatted(counter))
        .with(v -> v.text(":stamp", stamp).number(":more", more));
  }

  private Guarded within(Guarded write, long mostBefore) {
    return write
        .when("attribute_not_exists(#%1$s) OR #%1$s <= :most".formatted(counter))
        .with(v -> v.number(":most", mostBefore));
  }

  private static Key key(String organization, int copy) {
    return new Key(Key.join(organization, "STAMP", Integer.toString(copy)), "STAMP");
  }
}
