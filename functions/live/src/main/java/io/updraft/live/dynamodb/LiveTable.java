package io.updraft.live.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.live.domain.Connections;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.SubscriptionId;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Subscriptions and connections on the live table; see {@link SubscriptionItems} and {@link Roll}.
 * Of one that has ended {@code ENDED#} and its id remain for a day, so that a repeated DELETE is
 * known as such.
 *
 * <p>API Gateway tells of a connection that ends nothing but its id, so {@code CONNECTION#} and the
 * id is the one partition that is not named by an organization.
 */
public final class LiveTable implements Subscriptions, Connections {
  private static final String SUBSCRIPTION = "subscription";
  private static final String ROLL = "roll";
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration COME_BACK = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 8;

  private final Dynamo dynamo;
  private final String table;
  private final Roll roll;
  private final Clock clock;

  public LiveTable(Dynamo dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.roll = new Roll(dynamo, table);
    this.clock = clock;
  }

  @Override
  public boolean add(Subscription waiting) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Instant now = clock.instant();
      Roll.State before = roll.read(waiting.organization(), now);
      if (before.members().size() >= Subscription.MOST) {
        return false;
      }
      if (committed(adding(waiting, roll.joined(before, waiting, now)))) {
        return true;
      }
    }
    throw new DependencyUnavailable("The roll of the organization", COME_BACK, null);
  }

  private Transaction adding(Subscription waiting, Guarded joined) {
    return new Transaction()
        .add(SUBSCRIPTION, Guarded.create(table, SubscriptionItems.written(waiting)))
        .add(ROLL, joined);
  }

  @Override
  public Optional<Subscription> find(String organization, SubscriptionId id) {
    return dynamo
        .get(table, SubscriptionItems.key(organization, id), Reading.CONSISTENT)
        .map(SubscriptionItems::read);
  }

  @Override
  public List<Subscription> of(String organization) {
    PartitionQuery query =
        PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", organization).text(":prefix", SubscriptionItems.PREFIX));
    List<Subscription> found = new ArrayList<>();
    @Nullable Map<String, AttributeValue> from = null;
    do {
      ItemPage page = dynamo.query(query.after(from));
      page.items().forEach(item -> found.add(SubscriptionItems.read(item)));
      from = page.last();
    } while (from != null);
    return List.copyOf(found);
  }

  @Override
  public boolean take(Subscription waiting, Subscription connected) {
    State.Waiting token = (State.Waiting) waiting.state();
    State.Connected connection = (State.Connected) connected.state();
    Guarded taken =
        Guarded.put(table, SubscriptionItems.written(connected))
            .when("token_hash = :hash")
            .with(v -> v.text(":hash", token.tokenHash()));
    return committed(
        new Transaction()
            .add(SUBSCRIPTION, taken)
            .add(ROLL, roll.prolonged(connected, clock.instant()))
            .add("connection", Guarded.put(table, place(connected, connection))));
  }

  private static Map<String, AttributeValue> place(
      Subscription subscription, State.Connected connection) {
    Map<String, AttributeValue> item =
        new HashMap<>(connectionKey(connection.connectionId()).attributes());
    item.putAll(
        Item.build()
            .text("organization", subscription.organization())
            .text("subscription_id", subscription.id().text())
            .expiry("expires_at", connection.until().plus(REMEMBERED))
            .attributes());
    return item;
  }

  @Override
  public Optional<Subscription> subscriptionOf(String connectionId) {
    return dynamo
        .get(table, connectionKey(connectionId), Reading.CONSISTENT)
        .flatMap(
            item ->
                find(item.text("organization"), new SubscriptionId(item.text("subscription_id"))))
        .filter(
            found ->
                found.state() instanceof State.Connected connected
                    && connected.connectionId().equals(connectionId));
  }

  /** Refused where it has ended already, which is what is wanted. */
  @Override
  public void end(Subscription subscription) {
    Transaction ending =
        new Transaction()
            .add(SUBSCRIPTION, removed(subscription))
            .add(ROLL, roll.left(subscription))
            .add("mark", Guarded.put(table, mark(subscription)));
    if (subscription.state() instanceof State.Connected connected) {
      ending.add("connection", Guarded.delete(table, connectionKey(connected.connectionId())));
    }
    dynamo.commit(ending);
  }

  private Guarded removed(Subscription subscription) {
    Guarded removed = Guarded.delete(table, SubscriptionItems.key(subscription));
    return switch (subscription.state()) {
      case State.Waiting waiting ->
          removed.when("token_hash = :hash").with(v -> v.text(":hash", waiting.tokenHash()));
      case State.Connected _ -> removed.when("attribute_exists(pk)");
    };
  }

  private Map<String, AttributeValue> mark(Subscription subscription) {
    Map<String, AttributeValue> mark =
        new HashMap<>(markKey(subscription.organization(), subscription.id()).attributes());
    mark.putAll(Item.build().expiry("expires_at", clock.instant().plus(REMEMBERED)).attributes());
    return mark;
  }

  @Override
  public boolean hasEnded(String organization, SubscriptionId id) {
    return dynamo.get(table, markKey(organization, id), Reading.CONSISTENT).isPresent();
  }

  private boolean committed(Transaction transaction) {
    return dynamo.commit(transaction) instanceof Commit.Committed;
  }

  private static Key markKey(String organization, SubscriptionId id) {
    return new Key(organization, "ENDED#" + id);
  }

  private static Key connectionKey(String connectionId) {
    return new Key("CONNECTION#" + connectionId, "CONNECTION");
  }
}
