package io.updraft.outbox.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nats.client.api.StreamConfiguration;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.events.Streams;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.dynamodb.DynamoDbOutboxPages;
import io.updraft.outbox.dynamodb.DynamoDbSetAside;
import io.updraft.outbox.json.JsonMessageReader;
import io.updraft.outbox.nats.NatsBroker;
import io.updraft.outbox.nats.NatsFixture;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DynamoDbServer.class)
class RedriveHandlerTest {
  private static final String OTA = Streams.OTA.name();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final TestDatabase database;
  private final JsonMapper mapper = new JsonMapper();
  @TempDir Path folder;
  private NatsFixture nats;
  private RedriveHandler handler;

  RedriveHandlerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    database.clear();
    nats = NatsFixture.start(folder);
    handler =
        new RedriveHandler(
            new RedrivePage(
                new DynamoDbOutboxPages(database.client(), database.table("OutboxTable"), 4),
                new PublishInOrder(
                    new JsonMessageReader(),
                    new NatsBroker(nats.settings()),
                    new DynamoDbSetAside(
                        new Dynamo(database.client()), database.table("SetAsideTable")),
                    Clock.systemUTC())));
  }

  @AfterEach
  void stop() {
    nats.close();
  }

  private void write(String update, long sequence, Instant committed) {
    new Dynamo(database.client())
        .write(
            new Outbox(database.table("OutboxTable"))
                .write(Samples.envelope(update, sequence, committed)));
  }

  private JsonNode invoke(String input) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        output,
        new TestContext());
    return mapper.readTree(output.toByteArray());
  }

  /** Page after page, as the script does; the answer is how many events were published. */
  private int redriveSince(String since) throws IOException {
    int published = 0;
    JsonNode answer = invoke("{\"since\": \"%s\"}".formatted(since));
    while (!answer.path("cursor").isNull()) {
      published += answer.path("published").asInt();
      answer =
          invoke(
              "{\"since\": \"%s\", \"cursor\": \"%s\"}"
                  .formatted(since, answer.path("cursor").asText()));
    }
    return published + answer.path("published").asInt();
  }

  @Test
  void publishesWhatTheOutboxHoldsSinceATimePageByPage() throws Exception {
    for (int sequence = 1; sequence <= 9; sequence++) {
      write("upd_1", sequence, NOON.plusSeconds(sequence));
      write("upd_2", sequence, NOON.minusSeconds(sequence));
    }

    assertThat(redriveSince("2026-11-24T13:00:00+01:00")).isEqualTo(9);

    assertThat(nats.publishedJson(OTA))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 9)
                .mapToObj(s -> Samples.entry(Samples.envelope("upd_1", s, NOON.plusSeconds(s))))
                .map(e -> e.json())
                .toList());
  }

  @Test
  void countsWhatItSetsAside() throws Exception {
    nats.ask(
        m ->
            m.addStream(
                StreamConfiguration.builder()
                    .name(OTA)
                    .subjects("ota_service.>")
                    .maximumMessageSize(10)
                    .build()));
    write("upd_1", 1, NOON);

    JsonNode answer = invoke("{\"since\": \"2026-11-24T12:00:00Z\", \"cursor\": null}");

    assertThat(answer)
        .isEqualTo(mapper.readTree("{\"published\": 0, \"set_aside\": 1, \"cursor\": null}"));
  }

  @Test
  void failsWithTheReasonWhenNatsIsAway() {
    write("upd_1", 1, NOON);
    nats.stop();

    assertThatThrownBy(() -> invoke("{\"since\": \"2026-11-24T12:00:00Z\"}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("NATS does not take the events: ");
  }

  @Test
  void refusesATimeWithoutOffset() {
    assertThatThrownBy(() -> invoke("{\"since\": \"2026-11-24T12:00:00\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("since must be a time with an offset");
    assertThatThrownBy(() -> invoke("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("since");
  }
}
