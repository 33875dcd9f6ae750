package io.updraft.live.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.live.domain.Content;
import io.updraft.live.domain.Failures;
import io.updraft.live.domain.Pacing;
import io.updraft.live.domain.Subscription;
import io.updraft.live.json.LiveJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pace of each subscription, and what is held back, on the live table: {@code pk} is the
 * organization and the id of the subscription. {@code PACE} has {@code next_at} and {@code
 * flush_at} (milliseconds) and {@code failures}; {@code HELD#}, a time and a random id have {@code
 * content}. Apart from the subscription itself, which can be large and would be billed whole at
 * each message.
 *
 * <p>What is held is written before a flush is armed, and read after a flush has disarmed: so it is
 * either found by that flush, or it arms another.
 */
public final class Paces implements Pacing, Failures {
  static final int MOST_FAILURES = 5;

  /** A flush that is so late is lost, and another may be armed. */
  static final Duration LOST = Duration.ofSeconds(30);

  private static final Duration KEPT = Duration.ofHours(3);
  private static final String HELD = "HELD#";

  private final Dynamo dynamo;
  private final String table;

  public Paces(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Turn claim(Subscription subscription, Instant now) {
    Guarded claim =
        update(subscription, "SET next_at = :next, expires_at = :expires")
            .when(
                "(attribute_not_exists(next_at) OR next_at <= :now)"
                    + " AND (attribute_not_exists(flush_at) OR flush_at < :lost)")
            .with(
                v ->
                    v.number(":next", now.plus(subscription.pace()).toEpochMilli())
                        .number(":now", now.toEpochMilli())
                        .number(":lost", now.minus(LOST).toEpochMilli())
                        .expiry(":expires", now.plus(KEPT)));
    return switch (dynamo.write(claim)) {
      case Commit.Committed() -> new Turn.Now();
      case Commit.Refused refused -> later(refused.found().get(Dynamo.ONLY), now);
    };
  }

  private static Turn later(@Nullable Item pace, Instant now) {
    long next = pace == null ? 0 : pace.numberOr("next_at", 0);
    return new Turn.Later(Instant.ofEpochMilli(Math.max(next, now.toEpochMilli())));
  }

  @Override
  public void hold(Subscription subscription, Content content, Instant now) {
    String sk = "%s%d#%s".formatted(HELD, now.toEpochMilli(), UUID.randomUUID());
    Map<String, AttributeValue> item = new HashMap<>(key(subscription, sk).attributes());
    item.putAll(
        Item.build()
            .text("content", LiveJson.content(content))
            .expiry("expires_at", now.plus(KEPT))
            .attributes());
    dynamo.write(Guarded.put(table, item));
  }

  @Override
  public boolean arm(Subscription subscription, Instant at, Instant now) {
    Guarded arming =
        update(subscription, "SET flush_at = :at, expires_at = :expires")
            .when("attribute_not_exists(flush_at) OR flush_at < :lost")
            .with(
                v ->
                    v.number(":at", at.toEpochMilli())
                        .number(":lost", now.minus(LOST).toEpochMilli())
                        .expiry(":expires", now.plus(KEPT)));
    return dynamo.write(arming) instanceof Commit.Committed;
  }

  /** Without a condition: a flush that comes twice finds nothing the second time. */
  @Override
  public List<Held> flush(Subscription subscription, Instant now) {
    dynamo.write(
        update(subscription, "SET next_at = :next, expires_at = :expires REMOVE flush_at")
            .with(
                v ->
                    v.number(":next", now.plus(subscription.pace()).toEpochMilli())
                        .expiry(":expires", now.plus(KEPT))));
    return held(subscription);
  }

  private List<Held> held(Subscription subscription) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v -> v.text(":pk", key(subscription, "").pk()).text(":prefix", HELD))
            .consistently();
    List<Held> held = new ArrayList<>();
    @Nullable Map<String, AttributeValue> from = null;
    do {
      ItemPage page = dynamo.query(query.after(from));
      page.items().forEach(item -> held.add(held(item)));
      from = page.last();
    } while (from != null);
    return List.copyOf(held);
  }

  private static Held held(Item item) {
    return new Held(item.text("sk"), LiveJson.content(item.text("content")));
  }

  @Override
  public void forget(Subscription subscription, List<Held> held) {
    held.forEach(one -> dynamo.write(Guarded.delete(table, key(subscription, one.key()))));
  }

  @Override
  public boolean tooMany(Subscription subscription) {
    Guarded count =
        update(subscription, "ADD failures :one")
            .when("attribute_not_exists(failures) OR failures < :most")
            .with(v -> v.number(":one", 1).number(":most", MOST_FAILURES - 1));
    return dynamo.write(count) instanceof Commit.Refused;
  }

  /** Nearly always there are none, and then a refused condition is all that it costs. */
  @Override
  public void over(Subscription subscription) {
    dynamo.write(update(subscription, "REMOVE failures").when("attribute_exists(failures)"));
  }

  private Guarded update(Subscription subscription, String expression) {
    return Guarded.update(table, key(subscription, "PACE"), expression);
  }

  private static Key key(Subscription subscription, String sk) {
    return new Key(Key.join(subscription.organization(), subscription.id().text()), sk);
  }
}
