package io.updraft.outbox.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.outbox.domain.ConsumedIds;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * The table of consumed events: {@code pk} = organization and id, {@code sk} = {@code EVENT}, with
 * {@code handled_at}, or {@code done} and {@code failures} until then; gone after a week.
 */
public final class DynamoDbConsumedIds implements ConsumedIds {
  /** As long as a stream can bring an event again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final Dynamo dynamo;
  private final String table;
  private final Clock clock;

  public DynamoDbConsumedIds(Dynamo dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Progress find(String organization, UUID id) {
    return dynamo
        .get(table, key(organization, id), Reading.CONSISTENT)
        .map(
            item ->
                new Progress(item.timeOrNull("handled_at") != null, Set.copyOf(item.texts("done"))))
        .orElse(Progress.NONE);
  }

  @Override
  public void handled(String organization, UUID id) {
    dynamo.write(
        Guarded.update(
                table,
                key(organization, id),
                "SET handled_at = :now, expires_at = :expiry REMOVE done, failures")
            .with(v -> v.time(":now", clock.instant()))
            .with(this::expiry));
  }

  @Override
  public int unfinished(String organization, UUID id, Set<String> done, boolean failed) {
    String names = done.isEmpty() ? "" : ", done :done";
    dynamo.write(
        Guarded.update(
                table, key(organization, id), "SET expires_at = :expiry ADD failures :more" + names)
            .with(v -> v.number(":more", failed ? 1 : 0))
            .with(v -> addNames(v, done))
            .with(this::expiry));
    return failures(organization, id);
  }

  private static void addNames(ItemBuilder values, Set<String> done) {
    if (!done.isEmpty()) {
      values.set(":done", done);
    }
  }

  private void expiry(ItemBuilder values) {
    values.expiry(":expiry", clock.instant().plus(KEPT));
  }

  private int failures(String organization, UUID id) {
    return dynamo
        .get(table, key(organization, id), Reading.CONSISTENT)
        .map(item -> Math.toIntExact(item.numberOr("failures", 0)))
        .orElse(0);
  }

  private static Key key(String organization, UUID id) {
    return new Key(Key.join(organization, id.toString()), "EVENT");
  }
}
