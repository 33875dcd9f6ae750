package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls of pump-7, as the gateway passes them on from a domain with mutual TLS. */
class ClientCertificateTest {
  private final TestFunction function = TestFunction.of(request -> HttpResponse.noContent());

  @ParameterizedTest
  @ValueSource(
      strings = {"CN=pump-7", "cn=pump-7,O=Acme Ltd", "C=DE, O=Acme\\, Pumps, OU=1, CN=pump-7"})
  void admitsADeviceByItsOwn(String subject) {
    assertThat(poll(subject).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CN=pump-8",
        "CN=PUMP-7",
        "O=pump-7",
        "O=x\\,CN=pump-7",
        "O=\"x,CN=pump-7\"",
        "CN=pump-8,CN=pump-7",
        "CN=pump-7,CN=pump-8",
        "pump-7",
        "CN=",
        "CN=pump-7+OU=1"
      })
  void refusesAnyOther(String subject) {
    Answer answer = poll(subject);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
    assertThat(answer.json().path("detail").asText()).contains("certificate");
  }

  @Test
  void gatewayShowsThatOfTheUserOfItsKey() {
    assertThat(poll(caller("olga", Role.DEVICE, null), "CN=olga").status()).isEqualTo(204);
    assertThat(poll(caller("olga", Role.DEVICE, null), "CN=pump-7").status()).isEqualTo(401);
  }

  @Test
  void userOfADeviceKeyIsNotTheDevice() {
    assertThat(poll(caller("olga", Role.DEVICE, "pump-7"), "CN=olga").status()).isEqualTo(401);
  }

  @Test
  void usersComeThroughWhateverStandsInFront() {
    RecordedEvent list = RecordedEvent.named("list-firmware").certificate("CN=cloudfront");

    assertThat(list.sentTo(function).status()).isEqualTo(204);
  }

  @Test
  void badCredentialsStayBadWithAnyCertificate() {
    RecordedEvent poll =
        RecordedEvent.named("poll")
            .calledBy(CallerContext.invalid("Too old."))
            .certificate("CN=pump-7");

    assertThat(poll.sentTo(function).json().path("detail").asText()).isEqualTo("Too old.");
  }

  private Answer poll(String subject) {
    return RecordedEvent.named("poll").certificate(subject).sentTo(function);
  }

  private Answer poll(Caller caller, String subject) {
    return RecordedEvent.named("poll")
        .calledBy(CallerContext.write(caller))
        .certificate(subject)
        .sentTo(function);
  }

  private static Caller caller(String user, Role role, @Nullable String device) {
    return new Caller("acme", user, Set.of(role), device, Set.of(), TestFunction.EXPIRY);
  }
}
