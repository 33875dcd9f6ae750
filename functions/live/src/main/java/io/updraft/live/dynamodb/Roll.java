package io.updraft.live.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.live.domain.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The roll of an organization: when each of its subscriptions ends, in one item of 4 KB at most, so
 * that half a read unit tells whether anybody watches, and how many there are.
 *
 * <p>{@code pk} is the organization, {@code sk} {@code ROLL}; {@code members} maps ids to seconds
 * since the epoch; {@code version} is raised by every change.
 */
public final class Roll {
  /** Longer than any subscription, so that a roll outlives all its members. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Dynamo dynamo;
  private final String table;

  public Roll(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Whether anybody watches, or has a token to. */
  public boolean isWatched(String organization, Instant now) {
    return dynamo
        .get(table, key(organization), Reading.EVENTUAL)
        .filter(item -> !members(item, now).isEmpty())
        .isPresent();
  }

  /** The roll as it is now. */
  State read(String organization, Instant now) {
    return dynamo
        .get(table, key(organization), Reading.CONSISTENT)
        .map(item -> new State(members(item, now), item.number("version")))
        .orElseGet(() -> new State(Map.of(), 0));
  }

  /**
   * A roll.
   *
   * @param members those that have not ended
   * @param version 0 where there is none
   */
  record State(Map<String, AttributeValue> members, long version) {}

  /** With one more, if nobody has changed it meanwhile; those that have ended are left out. */
  Guarded joined(State before, Subscription subscription, Instant now) {
    Map<String, AttributeValue> members = new HashMap<>(before.members());
    members.put(subscription.id().text(), until(subscription));
    Map<String, AttributeValue> item = new HashMap<>(key(subscription.organization()).attributes());
    item.putAll(
        Item.build()
            .map("members", members)
            .number("version", before.version() + 1)
            .expiry("expires_at", now.plus(KEPT))
            .attributes());
    Guarded put = Guarded.put(table, item);
    return before.version() == 0
        ? put.when("attribute_not_exists(pk)")
        : put.when("#version = :before").with(v -> v.number(":before", before.version()));
  }

  /** With another end of a member. */
  Guarded prolonged(Subscription subscription, Instant now) {
    return changed(
            subscription, "SET members.#%s = :until, expires_at = :expires ADD #version :one")
        .with(
            v ->
                v.expiry(":until", subscription.state().until())
                    .expiry(":expires", now.plus(KEPT))
                    .number(":one", 1));
  }

  /** Without a member. */
  Guarded left(Subscription subscription) {
    return changed(subscription, "REMOVE members.#%s ADD #version :one")
        .with(v -> v.number(":one", 1));
  }

  private Guarded changed(Subscription subscription, String expression) {
    return Guarded.update(
        table, key(subscription.organization()), expression.formatted(subscription.id().text()));
  }

  private static Map<String, AttributeValue> members(Item item, Instant now) {
    Map<String, AttributeValue> members = new HashMap<>(item.map("members").attributes());
    members.values().removeIf(until -> Long.parseLong(until.n()) <= now.getEpochSecond());
    return members;
  }

  private static AttributeValue until(Subscription subscription) {
    return AttributeValue.fromN(Long.toString(subscription.state().until().getEpochSecond()));
  }

  private static Key key(String organization) {
    return new Key(organization, "ROLL");
  }
}
