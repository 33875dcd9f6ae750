package io.updraft.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.client.ServiceSettings;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.AlertNotice;
import io.updraft.notification.domain.CampaignNotice;
import io.updraft.notification.domain.Errand;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.domain.UpdateNotice;
import io.updraft.testing.FakeService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpNotificationsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  private static final Errand ERRAND = new Errand("event-1", "request-1");
  private static final int ATTEMPTS = 3;

  private final FakeService service = new FakeService();
  private final HttpNotifications client = client(service.address());

  private static HttpNotifications client(URI address) {
    return new HttpNotifications(
        new ServiceSettings(
            "notification",
            address,
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            ATTEMPTS,
            Duration.ofMillis(1),
            Duration.ofMinutes(1)),
        "s3cret");
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  private Sent send() {
    return send(client);
  }

  private static Sent send(HttpNotifications client) {
    return client.campaign(
        ERRAND,
        List.of("olga"),
        new CampaignNotice(
            "acme", "cmp_1", "Pumps", "campaign.failed", "too many", List.of("email"), NOW));
  }

  @Test
  void tellsUsersOfACampaign() throws Exception {
    assertThat(send()).isEqualTo(Sent.DELIVERED);

    FakeService.Call call = service.calls().getFirst();
    assertThat(call.method() + " " + call.path()).isEqualTo("POST /api/v1/notifications/send");
    assertThat(call.header("Idempotency-key")).isEqualTo("event-1");
    assertThat(call.header("Authorization")).isEqualTo("Bearer s3cret");
    assertThat(call.header("X-correlation-id")).isEqualTo("request-1");
    JsonNode body = new ObjectMapper().readTree(call.body());
    assertThat(body.at("/user_ids/0").asText()).isEqualTo("olga");
    assertThat(body.at("/campaign/happening").asText()).isEqualTo("campaign.failed");
    assertThat(body.at("/campaign/channels/0").asText()).isEqualTo("email");
    assertThat(body.at("/campaign/timestamp").asText()).isEqualTo("2026-01-31T08:00:00.000Z");
  }

  @Test
  void tellsOfADeviceAndOfAnAlert() {
    UpdateNotice update = new UpdateNotice("acme", "upd_1", null, "update.failed", "2", null, NOW);
    AlertNotice alert =
        new AlertNotice(
            "acme", "alert_1", "rule_1", "Hot", "d1", "error", "alert.triggered", List.of(), NOW);

    assertThat(client.update(new Errand("e", null), "a:b", update)).isEqualTo(Sent.DELIVERED);
    assertThat(client.alert(ERRAND, List.of(), alert)).isEqualTo(Sent.DELIVERED);

    assertThat(service.calls())
        .extracting(FakeService.Call::path)
        .containsExactly("/api/v1/notifications/device/a%3Ab", "/api/v1/notifications/alert");
    assertThat(service.calls().getFirst().headers()).doesNotContainKey("X-correlation-id");
  }

  @Test
  void triesAgainWithTheSameKey() {
    service.answers(503, 429, 202);

    assertThat(send()).isEqualTo(Sent.DELIVERED);
    assertThat(service.calls())
        .hasSize(ATTEMPTS)
        .allMatch(call -> call.header("Idempotency-key").equals("event-1"));
  }

  @Test
  void givesUpAfterItsAttempts() {
    service.answers(500);

    assertThat(send()).isEqualTo(Sent.UNAVAILABLE);
    assertThat(service.calls()).hasSize(ATTEMPTS);
  }

  @Test
  void doesNotRepeatWhatIsRefused() {
    service.answers(422);

    assertThat(send()).isEqualTo(Sent.REFUSED);
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void waitsForNoAnswerForever() {
    service.answers(FakeService.SILENCE, FakeService.SILENCE, 200);

    assertThat(send()).isEqualTo(Sent.DELIVERED);
    assertThat(service.calls()).hasSize(ATTEMPTS);
  }

  @Test
  void findsNobodyThere() {
    service.close();

    assertThat(send()).isEqualTo(Sent.UNAVAILABLE);
    assertThat(client.health()).isFalse();
  }

  @Test
  void takesNonsenseForNoAnswer() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        HttpNotifications other =
            client(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"))) {
      Thread.ofVirtual().start(() -> talkNonsense(socket));

      assertThat(send(other)).isEqualTo(Sent.UNAVAILABLE);
    }
  }

  private static void talkNonsense(ServerSocket socket) {
    try {
      while (true) {
        try (Socket connection = socket.accept()) {
          connection.getOutputStream().write("what?\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Test
  void leavesAServiceAloneThatDoesNotAnswer() {
    service.answers(500);
    for (int i = 0; i < 4; i++) {
      send();
    }
    int asked = service.calls().size();
    service.answers(200);

    assertThat(send()).isEqualTo(Sent.UNAVAILABLE);
    assertThat(service.calls()).hasSize(asked).hasSizeLessThan(4 * ATTEMPTS);
  }

  @Test
  void tellsWhetherItIsThere() {
    service.answers(200, 404);

    assertThat(client.health()).isTrue();
    assertThat(client.health()).isFalse();
  }

  @Test
  void isThereOnlyWhereThereIsAnAddress() {
    assertThat(HttpNotifications.from(Environment.of(Map.of()))).isEmpty();
    assertThat(
            HttpNotifications.from(
                Environment.of(Map.of("NOTIFICATION_SERVICE_URL", "https://notify"))))
        .isPresent();
  }
}
