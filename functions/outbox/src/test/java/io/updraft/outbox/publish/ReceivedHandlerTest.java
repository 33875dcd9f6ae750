package io.updraft.outbox.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The handler as it is deployed, between a queue's messages and a real NATS server. */
@ExtendWith(DynamoDbServer.class)
class ReceivedHandlerTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final TestDatabase database;
  @TempDir Path folder;
  private NatsFixture nats;
  private ReceivedHandler handler;

  ReceivedHandlerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    database.clear();
    nats = NatsFixture.start(folder);
    handler = Environment.supply(environment(), ReceivedHandler::new);
  }

  @AfterEach
  void stop() {
    nats.close();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(database.environment("OutboxReceived"));
    environment.put("NATS_URL", nats.url());
    environment.put("NATS_ACKNOWLEDGE_SECONDS", "2");
    environment.putAll(database.access());
    return environment;
  }

  private static String message(OutboxEvent... events) {
    ArrayNode list = JSON.createArrayNode();
    for (OutboxEvent event : events) {
      list.addObject()
          .put("entity", event.entity())
          .put("sequence", event.sequence())
          .put("event", event.json());
    }
    return list.toString();
  }

  /** Invokes the handler with messages 0, 1, and so on; the answer is those that failed. */
  private List<String> publish(String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(Integer.toString(messages.size()));
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return handler.handleRequest(event, new TestContext()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private List<String> published() throws Exception {
    return nats.publishedJson(Streams.OTA.name());
  }

  @Test
  void publishesWhatMessagesHoldInOrderAndOnce() throws Exception {
    OutboxEvent one = Samples.event("upd_1", 1);
    OutboxEvent two = Samples.event("upd_1", 2);
    OutboxEvent three = Samples.event("upd_1", 3);
    String[] messages = {message(one, two), message(three)};

    assertThat(publish(messages)).isEmpty();
    assertThat(publish(messages)).isEmpty();

    assertThat(published()).containsExactly(one.json(), two.json(), three.json());
  }

  @Test
  void everythingComesAgainWhereNatsIsAway() throws Exception {
    nats.stop();
    OutboxEvent one = Samples.event("upd_1", 1);
    OutboxEvent two = Samples.event("upd_2", 1);
    String[] messages = {message(one), message(two)};

    assertThat(publish(messages)).containsExactly("0", "1");

    nats.startAgain();
    assertThat(publish(messages)).isEmpty();
    assertThat(published()).containsExactlyInAnyOrder(one.json(), two.json());
  }

  @Test
  void setsAsideWhatIsNoMessageAndPublishesTheRest() throws Exception {
    OutboxEvent one = Samples.event("upd_1", 1);

    assertThat(publish("nonsense", "{}", "[{\"entity\":\"a\"}]", message(one))).isEmpty();

    assertThat(published()).containsExactly(one.json());
    Dynamo dynamo = new Dynamo(database.client());
    for (String id : List.of("0", "1", "2")) {
      assertThat(
              dynamo.get(database.table("SetAsideTable"), new Key("queue", id), Reading.CONSISTENT))
          .isPresent();
    }
  }

  @Test
  void anEmptyMessageIsDone() {
    assertThat(publish("[]")).isEmpty();
  }
}
