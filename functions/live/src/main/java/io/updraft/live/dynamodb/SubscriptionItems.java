package io.updraft.live.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.live.domain.Filters;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Subscriptions as items: {@code pk} is the organization, {@code sk} {@code SUBSCRIPTION#} and the
 * id. One that waits has {@code token_hash}, one that is connected {@code connection_id}.
 */
final class SubscriptionItems {
  static final String PREFIX = "SUBSCRIPTION#";

  private SubscriptionItems() {}

  static Key key(String organization, SubscriptionId id) {
    return new Key(organization, PREFIX + id);
  }

  static Key key(Subscription subscription) {
    return key(subscription.organization(), subscription.id());
  }

  static Map<String, AttributeValue> written(Subscription subscription) {
    Map<String, AttributeValue> item = new HashMap<>(key(subscription).attributes());
    Filters filters = subscription.filters();
    ItemBuilder more =
        Item.build()
            .set("device_ids", filters.devices())
            .set("metric_names", filters.metrics())
            .pairs("tags", filters.tags())
            .flag("points", filters.points())
            .flag("alerts", filters.alerts())
            .number("pace", subscription.pace().toMillis())
            .text("created_by", subscription.createdBy())
            .time("created_at", subscription.createdAt())
            .expiry("credentials_end", subscription.credentialsEnd())
            .time("until", subscription.state().until())
            .expiry("expires_at", subscription.state().until().plusSeconds(1));
    item.putAll(with(subscription.state(), more).attributes());
    return item;
  }

  private static ItemBuilder with(State state, ItemBuilder item) {
    return switch (state) {
      case State.Waiting waiting -> item.text("token_hash", waiting.tokenHash());
      case State.Connected connected ->
          item.text("connection_id", connected.connectionId()).time("since", connected.since());
    };
  }

  static Subscription read(Item item) {
    return new Subscription(
        new SubscriptionId(item.text("sk").substring(PREFIX.length())),
        item.text("pk"),
        item.text("created_by"),
        new Filters(
            Set.copyOf(item.texts("device_ids")),
            Set.copyOf(item.texts("metric_names")),
            item.pairs("tags"),
            item.flag("points"),
            item.flag("alerts")),
        Duration.ofMillis(item.number("pace")),
        item.time("created_at"),
        Instant.ofEpochSecond(item.number("credentials_end")),
        state(item));
  }

  private static State state(Item item) {
    return item.has("token_hash")
        ? new State.Waiting(item.text("token_hash"), item.time("until"))
        : new State.Connected(item.text("connection_id"), item.time("since"), item.time("until"));
  }
}
