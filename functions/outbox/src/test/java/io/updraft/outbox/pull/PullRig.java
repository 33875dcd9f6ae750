package io.updraft.outbox.pull;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.api.ConsumerInfo;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.events.Streams;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.DeadLetters;
import io.updraft.outbox.domain.Incoming;
import io.updraft.outbox.dynamodb.DynamoDbConsumedIds;
import io.updraft.outbox.dynamodb.DynamoDbDeadLetters;
import io.updraft.outbox.nats.NatsFixture;
import io.updraft.outbox.nats.NatsIncoming;
import io.updraft.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The pull function between a real NATS server and a real database; only the functions are not. */
final class PullRig implements AutoCloseable {
  static final String DEVICE_DELETED = "device_service.device.deleted";
  static final String USER_DELETED = "account_service.user.deleted";
  static final String DEVICES = "DeviceDeletions";
  static final String CAMPAIGNS = "CampaignDeletions";
  private static final Map<String, List<String>> WANTING =
      Map.of(DEVICE_DELETED, List.of(DEVICES, CAMPAIGNS), USER_DELETED, List.of(CAMPAIGNS));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final NatsFixture nats;
  final ScriptedCalls calls = new ScriptedCalls();
  final List<Pulled> runs = new ArrayList<>();
  final DynamoDbConsumedIds ids;
  private final TestDatabase database;
  private final DeadLetters deadLetters;
  private Incoming incoming;

  PullRig(TestDatabase database, Path folder) {
    this.database = database;
    this.nats = NatsFixture.start(folder);
    Dynamo dynamo = new Dynamo(database.client());
    Clock clock = Clock.systemUTC();
    this.ids = new DynamoDbConsumedIds(dynamo, database.table("ConsumedTable"), clock);
    this.deadLetters = new DynamoDbDeadLetters(dynamo, database.table("SetAsideTable"), clock);
    this.incoming = freshIncoming();
  }

  /** As a new function has it. */
  Incoming freshIncoming() {
    return NatsIncoming.from(
        Environment.of(
            Map.of(
                "NATS_URL",
                nats.url(),
                "NATS_ACKNOWLEDGE_SECONDS",
                "2",
                "NATS_REDELIVERY_SECONDS",
                "1")));
  }

  void replaceFunction() {
    incoming = freshIncoming();
  }

  /** One short invocation. */
  Pulled pull() {
    return pull(deadLetters, 180_000);
  }

  Pulled pull(DeadLetters kept, int remainingMillis) {
    HandleArrival handling =
        new HandleArrival(
            WANTING,
            new CallFunctions(calls),
            ids,
            kept,
            new Delays(new Random(1), Duration.ofMillis(10)));
    Pulled pulled =
        new PullEvents(
                incoming, WANTING.keySet(), handling, Duration.ofMillis(200), Clock.systemUTC())
            .pull(new Budget(() -> remainingMillis));
    runs.add(pulled);
    return pulled;
  }

  /** Invocations until the condition holds. */
  void pullUntil(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not in time; dead letters " + reasons());
      }
      pull();
    }
  }

  int consumed() {
    return runs.stream().mapToInt(Pulled::consumed).sum();
  }

  void publish(String subject, String body) throws Exception {
    publish(subject, body.getBytes(StandardCharsets.UTF_8));
  }

  void publish(String subject, byte[] body) throws Exception {
    Connection connection = Nats.connect(nats.url());
    try {
      connection.jetStream().publish(subject, body);
    } finally {
      connection.close();
    }
  }

  static String deviceDeleted(UUID id) {
    return envelope(id, "device_service", "device.deleted", "{\"device_id\":\"d-1\"}");
  }

  static String userDeleted(UUID id) {
    return envelope(id, "account_service", "user.deleted", "{\"user_id\":\"anna\"}");
  }

  static String envelope(UUID id, String source, String type, String data) {
    return """
        {"id":"%s","type":"%s","source":"%s","subject":null,\
        "timestamp":"2026-03-01T10:00:00.000Z","metadata":{"organization_id":"acme"},\
        "data":%s,"version":"1.0.0"}"""
        .formatted(id, type, source, data);
  }

  /** What is kept for a human. */
  List<Item> deadLetters() {
    return database
        .client()
        .scanPaginator(s -> s.tableName(database.table("SetAsideTable")))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  List<String> reasons() {
    return deadLetters().stream().map(item -> item.text("reason")).toList();
  }

  /** Whether the broker has nothing left to deliver of the subject, now or later. */
  boolean settled(String subject) {
    try {
      ConsumerInfo consumer =
          nats.ask(
              management ->
                  management.getConsumerInfo(
                      subject.equals(DEVICE_DELETED)
                          ? Streams.DEVICE.name()
                          : Streams.ACCOUNT.name(),
                      "updraft_" + subject.replace('.', '_')));
      return consumer.getNumPending() == 0 && consumer.getNumAckPending() == 0;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    nats.close();
  }
}
