package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessAtTheEdgeTest {
  private final TestFunction function = TestFunction.of(request -> HttpResponse.noContent());

  @Test
  void refusesBadCredentialsWithTheirReason() {
    Answer answer =
        RecordedEvent.named("list-firmware")
            .calledBy(CallerContext.invalid("The signature is not valid."))
            .sentTo(function);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
    assertThat(answer.json().path("detail").asText()).isEqualTo("The signature is not valid.");
  }

  @Test
  void refusesCredentialsFromTheMomentOfTheirExpiry() {
    TestFunction later =
        TestFunction.of(TestFunction.at(TestFunction.EXPIRY), request -> HttpResponse.noContent());

    assertThat(RecordedEvent.named("list-firmware").sentTo(function).status()).isEqualTo(204);
    assertThat(RecordedEvent.named("list-firmware").sentTo(later).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void refusesARequestThatNoAuthorizerSaw() {
    RecordedEvent event = RecordedEvent.named("default-route").route(TestFunction.LIST);

    assertThat(event.sentTo(function).status()).isEqualTo(401);
  }

  @Test
  void refusesBadCredentialsBeforeAnUnknownRoute() {
    RecordedEvent event =
        RecordedEvent.named("default-route").calledBy(CallerContext.invalid("Too old."));

    assertThat(event.sentTo(function).status()).isEqualTo(401);
  }

  @Test
  void admitsByRole() {
    assertThat(status("create-firmware", Role.FIRMWARE_MANAGER)).isEqualTo(204);
    assertThat(status("create-firmware", Role.ADMIN)).isEqualTo(204);
    assertThat(status("create-firmware", Role.OPERATOR)).isEqualTo(403);
    assertThat(status("create-firmware", Role.VIEWER)).isEqualTo(403);
    assertThat(status("create-firmware", Role.DEVICE)).isEqualTo(403);
    assertThat(status("list-firmware", Role.DEVICE)).isEqualTo(403);
    assertThat(status("poll", Role.DEVICE)).isEqualTo(204);
    assertThat(status("poll", Role.ADMIN)).isEqualTo(403);
  }

  @Test
  void admitsAServiceByScopeOnly() {
    assertThat(status("create-firmware", caller(Role.SERVICE, null, "firmware:write")))
        .isEqualTo(204);
    assertThat(status("create-firmware", caller(Role.SERVICE, null, "firmware:read")))
        .isEqualTo(403);
    assertThat(status("poll", caller(Role.SERVICE, null, "firmware:write"))).isEqualTo(403);
  }

  @Test
  void scopesOfAUserCountForNothing() {
    assertThat(status("create-firmware", caller(Role.VIEWER, null, "firmware:write")))
        .isEqualTo(403);
  }

  @Test
  void openRouteTakesAnyCallerAndNone() {
    TestFunction health =
        TestFunction.of(
            request -> HttpResponse.ok(Map.of("known", request.callerOrNull() != null)));

    assertThat(known(RecordedEvent.named("list-firmware"), health)).isTrue();
    assertThat(known(RecordedEvent.named("default-route"), health)).isFalse();
    assertThat(
            known(
                RecordedEvent.named("list-firmware").calledBy(CallerContext.invalid("No.")),
                health))
        .isFalse();
  }

  @Test
  void operationOfAnOpenRouteCanAskForACaller() {
    TestFunction health = TestFunction.of(request -> HttpResponse.ok(request.caller().user()));

    Answer answer = RecordedEvent.named("default-route").route("GET /health").sentTo(health);

    assertThat(answer.status()).isEqualTo(401);
  }

  private static boolean known(RecordedEvent event, TestFunction health) {
    return event.route(TestFunction.HEALTH).sentTo(health).json().path("known").asBoolean();
  }

  private int status(String event, Role role) {
    return status(event, caller(role, role == Role.DEVICE ? "pump-7" : null));
  }

  private int status(String event, Caller caller) {
    return RecordedEvent.named(event)
        .calledBy(CallerContext.write(caller))
        .sentTo(function)
        .status();
  }

  private static Caller caller(Role role, @Nullable String device, String... scopes) {
    Instant expiry = TestFunction.EXPIRY;
    return new Caller("acme", "someone", Set.of(role), device, Set.of(scopes), expiry);
  }
}
