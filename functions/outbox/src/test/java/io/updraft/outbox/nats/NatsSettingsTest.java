package io.updraft.outbox.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.events.EventStream;
import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatsSettingsTest {
  private static NatsSettings from(Map<String, String> environment) {
    return NatsSettings.from(Environment.of(environment));
  }

  @Test
  void needsNothingButTheAddress() {
    NatsSettings settings = from(Map.of("NATS_URL", "nats://here"));

    assertThat(settings.url()).isEqualTo("nats://here");
    assertThat(settings.credentials()).isEqualTo(Optional.empty());
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.acknowledgeTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.replicas()).isEqualTo(1);
    assertThat(settings.streams().stream().map(EventStream::name))
        .containsExactly("ota-stream", "telemetry-stream", "device-stream");
  }

  @Test
  void namesTheStreamOfTheDeviceService() {
    NatsSettings settings = from(Map.of("NATS_URL", "nats://here", "NATS_DEVICE_STREAM", "fleet"));

    assertThat(settings.streams().stream().map(EventStream::name)).contains("fleet");
    assertThat(settings.take("device_service.device.deleted")).isTrue();
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    assertThatThrownBy(() -> from(Map.of()))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("NATS_URL");
    assertThatThrownBy(() -> from(Map.of("NATS_URL", "nats://here", "NATS_STREAM_REPLICAS", "6")))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("NATS_STREAM_REPLICAS");
  }

  @Test
  void readsBothFormsOfCredentials() {
    String json = "{\"username\":\"updraft\",\"password\":\"p\"}";

    assertThat(credentials(json)).contains(new NatsCredentials.Password("updraft", "p"));
    assertThat(credentials("-----BEGIN NATS USER JWT-----"))
        .contains(new NatsCredentials.Creds("-----BEGIN NATS USER JWT-----"));
  }

  @Test
  void refusesHalfAPasswordWithoutShowingIt() {
    for (String half : List.of("{\"password\":\"hidden\"}", "{\"password\":\"hidden\"")) {
      assertThatThrownBy(() -> credentials(half))
          .isInstanceOf(InvalidEnvironment.class)
          .hasMessageContaining("NATS_CREDENTIALS")
          .hasStackTraceContaining("username")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("hidden"));
    }
  }

  private static Optional<NatsCredentials> credentials(String text) {
    return from(Map.of("NATS_URL", "nats://here", "NATS_CREDENTIALS", text)).credentials();
  }

  @Test
  void keepsCredentialsOutOfLogs() {
    assertThat(from(Map.of("NATS_URL", "nats://u:secret@here", "NATS_CREDENTIALS", "secret")))
        .asString()
        .doesNotContain("secret");
    assertThat(credentials("{\"username\":\"u\",\"password\":\"secret\"}").toString())
        .doesNotContain("secret");
    assertThat(credentials("secret").toString()).doesNotContain("secret");
  }
}
