package io.updraft.outbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.Message;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessageReaderTest {
  private final JsonMessageReader reader = new JsonMessageReader();

  private Reading read(String json) {
    return reader.read(new OutboxEvent("acme#upd_1", "000000000001", json));
  }

  @Test
  void readsWhatAContextHasWritten() {
    OutboxEvent event = Samples.event("upd_1", 1);
    assertThat(reader.read(event))
        .isEqualTo(
            new Reading.Sound(
                new Message(
                    Samples.envelope("upd_1", 1).id().toString(),
                    "ota_service.update.started",
                    event.json(),
                    Samples.COMMITTED,
                    Samples.TRACEPARENT)));
  }

  @Test
  void carriesATypeThatTheModelDoesNotKnow() {
    assertThat(
            read(
                """
                {"id": "1", "source": "ota_service", "type": "future.thing",
                 "timestamp": "2026-11-24T06:00:00Z"}"""))
        .isInstanceOfSatisfying(
            Reading.Sound.class,
            sound -> {
              assertThat(sound.message().subject()).isEqualTo("ota_service.future.thing");
              assertThat(sound.message().traceparent()).isNull();
            });
  }

  @Test
  void passesOverATraceparentThatIsNone() {
    String json = Samples.event("upd_1", 1).json().replace(Samples.TRACEPARENT, "x\\r\\ny: z");
    assertThat(read(json))
        .isInstanceOfSatisfying(
            Reading.Sound.class, sound -> assertThat(sound.message().traceparent()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{} {}",
        "{\"id\": 1, \"source\": \"a\", \"type\": \"b\", \"timestamp\": \"2026-11-24T06:00:00Z\"}",
        "{\"source\": \"a\", \"type\": \"b\", \"timestamp\": \"2026-11-24T06:00:00Z\"}",
        "{\"id\": \"1\", \"type\": \"b\", \"timestamp\": \"2026-11-24T06:00:00Z\"}",
        "{\"id\": \"1\", \"source\": \"a\", \"timestamp\": \"2026-11-24T06:00:00Z\"}",
        "{\"id\": \"1\", \"source\": \"a\", \"type\": \"b\"}",
        "{\"id\": \"1\", \"source\": \"a\", \"type\": \"b\", \"timestamp\": \"yesterday\"}",
        "{\"id\": \"1\", \"source\": \"a\", \"type\": \"*\", \"timestamp\": \"2026-11-24T06:00:00Z\"}",
        "{\"id\": \"1\", \"source\": \"a b\", \"type\": \"c\", \"timestamp\": \"2026-11-24T06:00:00Z\"}"
      })
  void findsThatItIsNoEvent(String json) {
    assertThat(read(json)).isInstanceOf(Reading.Unsound.class);
  }
}
