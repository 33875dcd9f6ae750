package io.updraft.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import io.updraft.access.domain.Tokens;
import io.updraft.access.domain.Tokens.Reading;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final TestIssuer issuer = new TestIssuer();
  private final Tokens tokens = JwtTokens.of(issuer.trusted(), clock);

  @AfterEach
  void close() {
    issuer.close();
  }

  private String token() {
    return issuer.sign(TestIssuer.claims(clock.instant()));
  }

  private String tokenOfUnknownKey() {
    JWK unknown = TestIssuer.rsaKey();
    return TestIssuer.sign(TestIssuer.claims(clock.instant()), unknown, JWSAlgorithm.RS256);
  }

  private void assertUnavailable(String token) {
    assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void newKeyIsFoundAtOnceAfterARotation() {
    assertThat(tokens.read(token())).isInstanceOf(Reading.Genuine.class);
    String old = token();
    issuer.rotate();
    clock.advance(Duration.ofSeconds(31));
    assertThat(tokens.read(token())).isInstanceOf(Reading.Genuine.class);
    assertThat(tokens.read(old)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void inventedKeysDoNotMakeItAskMoreThanTwiceAMinute() {
    tokens.read(token());
    clock.advance(Duration.ofSeconds(30));
    String unknown = tokenOfUnknownKey();
    IntStream.range(0, 100)
        .forEach(i -> assertThat(tokens.read(unknown)).isInstanceOf(Reading.Refused.class));
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 302, 204})
  void issuerThatFailsIsUnavailableAndAskedTwice(int status) {
    issuer.answerWith(status, status == 204 ? "" : "{\"keys\":[]}");
    assertUnavailable(token());
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"keys\":7}"})
  void garbageInPlaceOfKeysIsUnavailability(String body) {
    issuer.answerWith(200, body);
    assertUnavailable(token());
  }

  @Test
  void answerWithoutEndIsCutOff() {
    issuer.answerWith(200, " ".repeat(300 << 10));
    assertUnavailable(token());
  }

  @Test
  void issuerThatHangsIsGivenUp() {
    issuer.hang();
    assertUnavailable(token());
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @Test
  void whileItIsAwayItIsNotAskedForEachToken() {
    issuer.answerWith(500, "");
    assertUnavailable(token());
    assertUnavailable(token());
    assertThat(issuer.requests()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(2));
    assertUnavailable(token());
    assertThat(issuer.requests()).isEqualTo(4);
  }

  @Test
  void knownKeysServeForAnHourWhileItIsAway() {
    tokens.read(token());
    issuer.answerWith(503, "");
    clock.advance(Duration.ofMinutes(59));
    assertThat(tokens.read(token())).isInstanceOf(Reading.Genuine.class);
    clock.advance(Duration.ofMinutes(1));
    assertUnavailable(token());
  }

  @Test
  void whileItIsAwayAnUnknownKeyIsNotCalledWrong() {
    tokens.read(token());
    issuer.answerWith(503, "");
    clock.advance(Duration.ofSeconds(30));
    assertUnavailable(tokenOfUnknownKey());
    assertUnavailable(tokenOfUnknownKey());
  }

  @Test
  void itIsUsedAgainWhenItComesBack() {
    issuer.answerWith(500, "");
    assertUnavailable(token());
    issuer.publish(issuer.key());
    clock.advance(Duration.ofSeconds(2));
    assertThat(tokens.read(token())).isInstanceOf(Reading.Genuine.class);
  }
}
