package io.updraft.outbox.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.api.StreamConfiguration;
import io.updraft.lambda.consumed.Consumed;
import io.updraft.lambda.consumed.ConsumedJson;
import io.updraft.outbox.nats.NatsFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendEventTest {
  private static final String SUBJECT = "device_service.device.deleted";
  private static final String DATA = "{\"device_id\":\"d-1\"}";

  @TempDir Path folder;

  @Test
  void publishesWhatItIsGivenOnceById() throws Exception {
    try (NatsFixture nats = NatsFixture.start(folder)) {
      nats.ask(
          management ->
              management.addStream(
                  StreamConfiguration.builder().name("s").subjects("device_service.>").build()));

      send(nats, "{\"id\":\"1\"}");
      send(nats, "{\"id\":\"1\"}");
      send(nats, "never mind");

      assertThat(nats.publishedJson("s")).containsExactly("{\"id\":\"1\"}", "never mind");
    }
  }

  private static void send(NatsFixture nats, String message) throws Exception {
    SendEvent.send(SendOptions.parse(List.of("--nats", nats.url(), SUBJECT, message)));
  }

  @Test
  void putsDataIntoAnEnvelope() throws Exception {
    Path file = Files.writeString(folder.resolve("data.json"), DATA);
    SendOptions options =
        SendOptions.parse(
            List.of("--nats", "x", "--organization", "acme", SUBJECT, file.toString()));

    byte[] message = new MessageByHand(Clock.systemUTC()).bytes(options);

    assertThat(new ConsumedJson().read(message)).isInstanceOf(Consumed.Wanted.class);
  }

  @Test
  void refusesDataThatAreNoJson() {
    SendOptions options =
        SendOptions.parse(List.of("--nats", "x", "--organization", "acme", SUBJECT, "d-1"));

    assertThatThrownBy(() -> new MessageByHand(Clock.systemUTC()).bytes(options))
        .hasMessageContaining("neither a file nor JSON");
  }

  @Test
  void leavesBytesAsTheyAre() throws Exception {
    SendOptions options = SendOptions.parse(List.of("--nats", "x", SUBJECT, DATA));

    assertThat(new MessageByHand(Clock.systemUTC()).bytes(options))
        .isEqualTo(DATA.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesAnIncompleteCommandLine() {
    assertThatThrownBy(() -> SendOptions.parse(List.of("--nats", "x", SUBJECT)))
        .hasMessageContaining("SUBJECT FILE|JSON");
    assertThatThrownBy(() -> SendOptions.parse(List.of("--nats")))
        .hasMessageContaining("needs a value");
  }
}
