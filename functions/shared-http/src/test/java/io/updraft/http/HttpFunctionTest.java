package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpFunctionTest {
  record Firmware(String firmwareId, Instant createdAt) {}

  private final List<HttpRequest> seen = new ArrayList<>();
  private final TestFunction function =
      TestFunction.of(
          request -> {
            seen.add(request);
            return HttpResponse.ok(Map.of("name", "gateway"));
          });

  @Test
  void handsTheOperationAWholeRequest() {
    Answer answer = RecordedEvent.named("list-firmware").sentTo(function);

    assertThat(answer.status()).isEqualTo(200);
    HttpRequest request = seen.getFirst();
    assertThat(request.requestId()).isEqualTo("Vx1cDj0oFiAEMfg=");
    assertThat(request.routeKey()).isEqualTo(TestFunction.LIST);
    assertThat(request.query("status")).contains("available");
    assertThat(request.header("ACCEPT")).contains("application/json");
    assertThat(request.page()).isEqualTo(new Page(2, 0, null));
    assertThat(request.correlationId()).contains("Vx1cDj0oFiAEMfg=");
    assertThat(request.traceparent())
        .contains("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(request.caller())
        .isEqualTo(
            new Caller("acme", "vera", Set.of(Role.VIEWER), null, Set.of(), TestFunction.EXPIRY));
  }

  @Test
  void handsTheOperationBodyAndPath() {
    RecordedEvent.named("create-firmware").sentTo(function);
    RecordedEvent.named("poll").sentTo(function);

    Fields body = seen.getFirst().json();
    assertThat(body.text("name", 1, 200)).isEqualTo("gateway");
    assertThat(body.number("file_size", 1, 5000)).isEqualTo(1024);
    assertThat(seen.getFirst().correlationId()).contains("release-2026-11");
    assertThat(seen.getLast().path("device_id")).isEqualTo("pump-7");
    assertThat(seen.getLast().caller().mayActFor("pump-7")).isTrue();
    assertThat(seen.getLast().caller().mayActFor("pump-8")).isFalse();
  }

  @Test
  void answersInPayloadFormat2() {
    Instant time = Instant.parse("2026-11-24T11:00:00Z");
    TestFunction creating =
        TestFunction.of(request -> HttpResponse.created(new Firmware("abc", time)));

    Answer answer = RecordedEvent.named("list-firmware").sentTo(creating);

    assertThat(answer.payload().toString())
        .isEqualTo(
            """
            {"statusCode":201,"headers":{"content-type":"application/json"},\
            "body":"{\\"firmware_id\\":\\"abc\\",\\"created_at\\":\\"2026-11-24T11:00:00.000Z\\"}",\
            "isBase64Encoded":false}""");
  }

  @Test
  void answersBytesInBase64() {
    byte[] bytes = {0, -1, 2};
    TestFunction downloading =
        TestFunction.of(
            request ->
                new HttpResponse(200, Map.of("Content-Type", "application/octet-stream"), bytes));

    Answer answer = RecordedEvent.named("list-firmware").sentTo(downloading);

    assertThat(answer.isBase64()).isTrue();
    assertThat(answer.bytes()).isEqualTo(bytes);
  }

  @Test
  void sendsElsewhereForThisTimeOnly() {
    Answer answer =
        RecordedEvent.named("list-firmware")
            .sentTo(TestFunction.of(request -> HttpResponse.redirect("https://store.example/x")));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("https://store.example/x");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.isBase64()).isFalse();
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void tellsOfProblemsInOneForm() {
    TestFunction refusing =
        TestFunction.of(
            request -> {
              throw Problem.invalidTransition("completed", "paused", List.of("rollback"))
                  .exception();
            });

    Answer answer = RecordedEvent.named("list-firmware").sentTo(refusing);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json())
        .hasToString(
            """
            {"type":"urn:updraft:problem:invalid_state_transition",\
            "title":"Invalid state transition","status":409,\
            "detail":"From completed it can become rollback, not paused.",\
            "instance":"Vx1cDj0oFiAEMfg=","code":"INVALID_STATE_TRANSITION",\
            "current_state":"completed","target_state":"paused","allowed":["rollback"]}""");
  }

  @Test
  void saysWhenToComeBack() {
    TestFunction away =
        TestFunction.of(
            request -> {
              throw Problem.unavailable("Try again.", Duration.ofMillis(1200)).exception();
            });

    Answer answer = RecordedEvent.named("list-firmware").sentTo(away);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("2");
  }

  @Test
  void showsNothingOfADefect() {
    TestFunction broken =
        TestFunction.of(
            request -> {
              throw new IllegalStateException("secret of the table");
            });

    Answer answer = RecordedEvent.named("list-firmware").sentTo(broken);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("INTERNAL");
    assertThat(answer.json().path("instance").asText()).isEqualTo("Vx1cDj0oFiAEMfg=");
    assertThat(answer.payload().toString()).doesNotContain("secret", "Exception");
  }

  @Test
  void survivesEndlessRecursionOfAnOperation() {
    Answer answer = RecordedEvent.named("list-firmware").sentTo(TestFunction.of(this::endless));

    assertThat(answer.code()).isEqualTo("INTERNAL");
  }

  @Test
  void answersAnEventOfAnotherKindAsADefect() {
    for (String event : List.of("", "[]", "{}", "{\"Records\":[]}", "not json")) {
      Answer answer = RecordedEvent.send(function, event.getBytes(StandardCharsets.UTF_8));

      assertThat(answer.status()).as(event).isEqualTo(500);
      assertThat(answer.json().path("instance").asText()).isEqualTo("test-invocation");
    }
  }

  @Test
  void unknownRouteIsNotFound() {
    Answer answer = RecordedEvent.named("default-route").at("/api/v1/ota/nowhere").sentTo(function);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void otherMethodOfAKnownPathIsNotAllowed() {
    Answer list = RecordedEvent.named("default-route").sentTo(function);
    Answer poll =
        RecordedEvent.named("default-route")
            .at("/api/v1/ota/devices/pump-7/updates/next")
            .sentTo(function);

    assertThat(list.status()).isEqualTo(405);
    assertThat(list.header("allow")).isEqualTo("GET, POST");
    assertThat(poll.header("allow")).isEqualTo("GET");
    assertThat(seen).isEmpty();
  }

  @SuppressWarnings("InfiniteRecursion") // which is the point
  private HttpResponse endless(HttpRequest request) {
    return endless(request).withHeader("depth", "more");
  }
}
