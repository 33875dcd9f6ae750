package io.updraft.outbox.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nats.client.api.StreamConfiguration;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Key;
import io.updraft.events.Streams;
import io.updraft.lambda.Environment;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.nats.NatsFixture;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The handler as it is deployed, between a stream's events and a real NATS server. */
@ExtendWith(DynamoDbServer.class)
class PublishHandlerTest {
  private static final String OTA = Streams.OTA.name();

  private final TestDatabase database;
  private final TestContext context = new TestContext();
  @TempDir Path folder;
  private NatsFixture nats;
  private PublishHandler handler;

  PublishHandlerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    database.clear();
    nats = NatsFixture.start(folder);
    handler = Environment.supply(environment(), PublishHandler::new);
  }

  @AfterEach
  void stop() {
    nats.close();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(database.environment("OutboxPublish"));
    environment.put("NATS_URL", nats.url());
    environment.put("NATS_ACKNOWLEDGE_SECONDS", "2");
    environment.putAll(database.access());
    return environment;
  }

  /** Invokes the handler; the answer is the numbers of the records that failed. */
  private List<String> publish(List<OutboxEvent> events) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      records.add(change("INSERT", number(i), image(events.get(i))));
    }
    return invoke(records);
  }

  private List<String> invoke(List<DynamodbStreamRecord> records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return handler.handleRequest(event, context).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static String number(int position) {
    return String.valueOf(100_000 + position);
  }

  private static Map<String, AttributeValue> image(OutboxEvent event) {
    return Map.of(
        "pk", new AttributeValue(event.entity()),
        "sk", new AttributeValue(event.sequence()),
        "event", new AttributeValue(event.json()));
  }

  private static DynamodbStreamRecord change(
      String name, String number, Map<String, AttributeValue> image) {
    DynamodbStreamRecord change = new DynamodbStreamRecord();
    change.setEventName(name);
    change.setDynamodb(new StreamRecord().withSequenceNumber(number).withNewImage(image));
    return change;
  }

  private String reasonOf(OutboxEvent event) {
    return new Dynamo(database.client())
        .get(
            database.table("SetAsideTable"),
            new Key(event.entity(), event.sequence()),
            Reading.CONSISTENT)
        .orElseThrow()
        .text("reason");
  }

  /** Events of many updates, each in its order, mixed at random. */
  private static List<OutboxEvent> mixed(int entities, int each) {
    Random random = new Random(7);
    List<Integer> open = new ArrayList<>();
    for (int entity = 0; entity < entities; entity++) {
      for (int i = 0; i < each; i++) {
        open.add(entity);
      }
    }
    Collections.shuffle(open, random);
    Map<Integer, Integer> last = new HashMap<>();
    return open.stream()
        .map(entity -> Samples.event("upd_" + entity, last.merge(entity, 1, Integer::sum)))
        .toList();
  }

  private void assertEachOnceAndInOrder(List<OutboxEvent> events) throws Exception {
    List<String> published = nats.publishedJson(OTA);
    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(OutboxEvent::json).toList());
    Map<String, List<OutboxEvent>> byEntity =
        events.stream().collect(groupingBy(OutboxEvent::entity, toList()));
    byEntity.forEach(
        (entity, own) ->
            assertThat(own.stream().map(e -> published.indexOf(e.json())))
                .as("places of the events of %s", entity)
                .isSorted());
  }

  @Test
  void publishesEachEventOnceAndInOrderPerEntity() throws Exception {
    List<OutboxEvent> events = mixed(40, 5);

    assertThat(publish(events)).isEmpty();

    assertEachOnceAndInOrder(events);
  }

  @Test
  void publishesARepeatedBatchOnce() throws Exception {
    List<OutboxEvent> events = mixed(10, 3);
    publish(events);

    assertThat(publish(events)).isEmpty();

    assertEachOnceAndInOrder(events);
  }

  @Test
  void reportsTheFirstRecordWhenNatsIsAwayAndLosesNothing() throws Exception {
    nats.stop();
    List<OutboxEvent> events = mixed(10, 3);

    assertThat(publish(events)).containsExactly(number(0));

    nats.startAgain();
    assertThat(publish(events)).isEmpty();
    assertEachOnceAndInOrder(events);
  }

  @Test
  void publishesEachEventOnceWhenNatsGoesAwayAndComesBackAgainAndAgain() throws Exception {
    List<OutboxEvent> events = mixed(200, 20);
    Thread outages =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 4; i++) {
                    nats.stop();
                    nats.startAgain();
                  }
                });

    int outagesSeen = deliverAsAStreamDoes(events, outages);

    outages.join();
    assertThat(outagesSeen).as("batches that failed").isPositive();
    assertEachOnceAndInOrder(events);
  }

  /** In batches of 100, again from the first failure, and while the outages last once more. */
  private int deliverAsAStreamDoes(List<OutboxEvent> events, Thread outages) {
    int failed = 0;
    int from = 0;
    while (from < events.size() || outages.isAlive()) {
      int start = from < events.size() ? from : events.size() - 100;
      List<OutboxEvent> batch = events.subList(start, Math.min(events.size(), start + 100));
      List<String> failures = publish(batch);
      failed += failures.size();
      from =
          failures.isEmpty()
              ? start + batch.size()
              : start + Integer.parseInt(failures.getFirst()) - 100_000;
    }
    return failed;
  }

  @Test
  void setsAsideWhatIsTooLargeAndPublishesTheRest() throws Exception {
    nats.ask(
        m ->
            m.addStream(
                StreamConfiguration.builder()
                    .name(OTA)
                    .subjects("ota_service.>")
                    .maximumMessageSize(2_000)
                    .build()));
    OutboxEvent large = Samples.large("upd_1", 1, 2_000);
    OutboxEvent next = Samples.event("upd_1", 2);
    OutboxEvent other = Samples.event("upd_2", 1);

    assertThat(publish(List.of(large, next, other))).isEmpty();

    assertEachOnceAndInOrder(List.of(next, other));
    assertThat(reasonOf(large)).contains("message size exceeds maximum allowed");
  }

  @Test
  void setsAsideWhatIsNoEventAndPublishesTheRest() throws Exception {
    OutboxEvent broken = new OutboxEvent("acme#upd_1", "000000000001", "not json");
    OutboxEvent next = Samples.event("upd_1", 2);

    assertThat(publish(List.of(broken, next))).isEmpty();

    assertEachOnceAndInOrder(List.of(next));
    assertThat(reasonOf(broken)).startsWith("not JSON");
  }

  @Test
  void setsAsideAnItemWithoutEvent() {
    Map<String, AttributeValue> image =
        Map.of("pk", new AttributeValue("acme#upd_1"), "sk", new AttributeValue("1"));

    assertThat(invoke(List.of(change("INSERT", "1", image)))).isEmpty();

    assertThat(reasonOf(new OutboxEvent("acme#upd_1", "1", ""))).startsWith("not an envelope");
  }

  @Test
  void passesOverExpiredItems() throws Exception {
    OutboxEvent event = Samples.event("upd_1", 1);

    assertThat(
            invoke(List.of(change("REMOVE", "1", Map.of()), change("INSERT", "2", image(event)))))
        .isEmpty();

    assertEachOnceAndInOrder(List.of(event));
  }

  @Test
  void logsTheLagAsAMetric() throws Exception {
    publish(List.of(Samples.event("upd_1", 1)));

    JsonNode line = new JsonMapper().readTree(context.log().getFirst());
    assertThat(line.path("events_published").asInt()).isEqualTo(1);
    assertThat(line.path("outbox_lag").asLong()).isPositive();
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name"))
        .contains("outbox_lag", "events_published", "events_set_aside");
  }

  @Test
  void logsWhyItStopped() throws Exception {
    nats.stop();
    publish(List.of(Samples.event("upd_1", 1)));

    JsonNode line = new JsonMapper().readTree(context.log().getFirst());
    assertThat(line.path("stopped").asText()).isNotEmpty();
    assertThat(line.has("outbox_lag")).isFalse();
  }
}
