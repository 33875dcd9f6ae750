package io.updraft.dynamodb;

import io.updraft.events.Envelope;
import java.util.ArrayList;
import java.util.List;

/**
 * Guarded writes that are committed together, up to 100 of them and 4 MB. Each has a name, by which
 * {@link Commit.Refused} tells whose condition failed.
 */
public final class Transaction {
  /** What DynamoDB takes in one transaction. */
  public static final int MOST_WRITES = 100;

  record Part(String name, Guarded write) {}

  private final List<Part> parts = new ArrayList<>();

  public Transaction add(String name, Guarded write) {
    parts.add(new Part(name, write));
    return this;
  }

  /** Adds the announcement of the change: state and event are one transaction. */
  public Transaction announce(Outbox outbox, Envelope event) {
    return add("event " + event.type(), outbox.write(event));
  }

  /** Adds all parts of another transaction. */
  public Transaction include(Transaction other) {
    parts.addAll(other.parts);
    return this;
  }

  public int size() {
    return parts.size();
  }

  /** The write of a transaction that has just one. */
  public Guarded only() {
    if (parts.size() != 1) {
      throw new IllegalStateException(parts.size() + " writes, not one");
    }
    return parts.getFirst().write();
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }
}
