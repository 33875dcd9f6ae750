package io.updraft.access.jwt;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.ES384;
import static com.nimbusds.jose.JWSAlgorithm.ES512;
import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS384;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.updraft.access.domain.TokenClaims;
import io.updraft.access.domain.Tokens;
import io.updraft.access.domain.Tokens.Reading;
import io.updraft.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTokensTest {
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final TestIssuer issuer = new TestIssuer();
  private final Tokens tokens = JwtTokens.of(issuer.trusted(), clock);

  @AfterEach
  void close() {
    issuer.close();
  }

  private JWTClaimsSet.Builder claims() {
    return TestIssuer.claims(clock.instant());
  }

  private static TokenClaims genuine(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Genuine.class);
    return ((Reading.Genuine) reading).claims();
  }

  private static String refused(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).reason();
  }

  @Test
  void readsClaimsOfAGoodToken() {
    String token = issuer.sign(claims().claim("device", "dev-1"));
    assertThat(genuine(tokens.read(token)))
        .isEqualTo(
            new TokenClaims(
                "acme", "jo", List.of("operator"), "dev-1", clock.instant().plusSeconds(600)));
  }

  @Test
  void readsRolesFromWordsAndIgnoresOtherForms() {
    String words = issuer.sign(claims().claim("roles", "viewer  operator"));
    String mixed = issuer.sign(claims().claim("roles", List.of("viewer", 7, Map.of())));
    String number = issuer.sign(claims().claim("roles", 7).claim("organization", List.of("acme")));
    assertThat(genuine(tokens.read(words)).roles()).containsExactly("viewer", "operator");
    assertThat(genuine(tokens.read(mixed)).roles()).containsExactly("viewer");
    assertThat(genuine(tokens.read(number)).roles()).isEmpty();
    assertThat(genuine(tokens.read(number)).organization()).isNull();
  }

  @Test
  void readsConfiguredClaims() {
    TrustedIssuer trusted =
        new TrustedIssuer(
            TestIssuer.ISSUER, TestIssuer.AUDIENCE, issuer.address(), "tenant", "groups", "thing");
    String token =
        issuer.sign(claims().claim("tenant", "t").claim("groups", "admin").claim("thing", "d"));
    TokenClaims read = genuine(JwtTokens.of(trusted, clock).read(token));
    assertThat(read.organization()).isEqualTo("t");
    assertThat(read.roles()).containsExactly("admin");
    assertThat(read.device()).isEqualTo("d");
  }

  static Stream<Arguments> asymmetric() {
    JWK rsa = TestIssuer.rsaKey();
    return Stream.of(
        Arguments.of(RS256, rsa),
        Arguments.of(RS384, rsa),
        Arguments.of(RS512, rsa),
        Arguments.of(ES256, TestIssuer.ecKey(Curve.P_256)),
        Arguments.of(ES384, TestIssuer.ecKey(Curve.P_384)),
        Arguments.of(ES512, TestIssuer.ecKey(Curve.P_521)));
  }

  @ParameterizedTest
  @MethodSource("asymmetric")
  void acceptsAsymmetricAlgorithms(JWSAlgorithm algorithm, JWK key) {
    issuer.publish(key);
    genuine(tokens.read(TestIssuer.sign(claims(), key, algorithm)));
  }

  @Test
  void acceptsAccessTokensByTheirType() {
    JWSHeader.Builder header = new JWSHeader.Builder(RS256).keyID(issuer.key().getKeyID());
    genuine(tokens.read(TestIssuer.sign(claims(), issuer.key(), header.build())));
    header.type(new JOSEObjectType("at+jwt"));
    genuine(tokens.read(TestIssuer.sign(claims(), issuer.key(), header.build())));
    header.type(new JOSEObjectType("logout+jwt"));
    refused(tokens.read(TestIssuer.sign(claims(), issuer.key(), header.build())));
  }

  @Test
  void refusesAnAlgorithmThatIsNotListed() {
    refused(tokens.read(TestIssuer.sign(claims(), issuer.key(), PS256)));
  }

  @Test
  void refusesUnsignedToken() {
    refused(tokens.read(new PlainJWT(claims().build()).serialize()));
  }

  @Test
  void refusesPublicKeyUsedAsSharedSecret() throws JOSEException {
    byte[] published = issuer.key().toRSAKey().toRSAPublicKey().getEncoded();
    JWK secret = new OctetSequenceKey.Builder(published).keyID(issuer.key().getKeyID()).build();
    refused(tokens.read(TestIssuer.sign(claims(), secret, HS256)));
  }

  @Test
  void refusesKeyThatTheTokenBringsWithIt() {
    JWK own = TestIssuer.rsaKey();
    JWSHeader header =
        new JWSHeader.Builder(RS256)
            .keyID(issuer.key().getKeyID())
            .jwk(own.toPublicJWK())
            .jwkURL(URI.create("http://127.0.0.1:1/keys"))
            .build();
    assertThat(refused(tokens.read(TestIssuer.sign(claims(), own, header)))).contains("signature");
  }

  @Test
  void refusesCriticalHeaderThatIsNotUnderstood() {
    JWSHeader header =
        new JWSHeader.Builder(RS256)
            .keyID(issuer.key().getKeyID())
            .criticalParams(Set.of("exp"))
            .customParam("exp", 1)
            .build();
    refused(tokens.read(TestIssuer.sign(claims(), issuer.key(), header)));
  }

  @Test
  void refusesForeignKeyUnderAPublishedName() {
    JWK foreign = TestIssuer.rsaKey();
    JWSHeader header = new JWSHeader.Builder(RS256).keyID(issuer.key().getKeyID()).build();
    refused(tokens.read(TestIssuer.sign(claims(), foreign, header)));
  }

  @Test
  void refusesChangedPayload() {
    String[] parts = issuer.sign(claims()).split("\\.", -1);
    String[] others = issuer.sign(claims().subject("eve")).split("\\.", -1);
    refused(tokens.read(parts[0] + "." + others[1] + "." + parts[2]));
    refused(tokens.read(parts[0] + "." + parts[1] + "."));
  }

  @Test
  void refusesForeignIssuerAndAudience() {
    refused(tokens.read(issuer.sign(claims().issuer("https://elsewhere.example"))));
    refused(tokens.read(issuer.sign(claims().issuer(null))));
    refused(tokens.read(issuer.sign(claims().audience("another"))));
    refused(tokens.read(issuer.sign(claims().audience((String) null))));
    genuine(tokens.read(issuer.sign(claims().audience(List.of("another", "updraft")))));
  }

  @Test
  void refusesTokensOfOtherTimes() {
    Instant now = clock.instant();
    String expired = issuer.sign(claims().expirationTime(Date.from(now.minusSeconds(31))));
    String early = issuer.sign(claims().notBeforeTime(Date.from(now.plusSeconds(31))));
    String skewed = issuer.sign(claims().notBeforeTime(Date.from(now.plusSeconds(29))));
    assertThat(refused(tokens.read(expired))).contains("expired");
    refused(tokens.read(early));
    genuine(tokens.read(skewed));
  }

  @Test
  void refusesTokenWithoutExpiryOrSubject() {
    refused(tokens.read(issuer.sign(claims().expirationTime(null))));
    refused(tokens.read(issuer.sign(claims().subject(null))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b.c.d.e", "e30.e30.e30", "null", "\u0000"})
  void refusesGarbage(String garbage) {
    refused(tokens.read(garbage));
  }

  @Test
  void issuerMustPublishItsKeysSafely() {
    assertThatThrownBy(
            () ->
                new TrustedIssuer(
                    "i", "a", URI.create("http://issuer.example/keys"), "o", "r", "d"))
        .hasMessageContaining("https");
  }

  @Test
  void keysAreFetchedOnceInTenMinutes() {
    for (int minute = 0; minute < 10; minute++) {
      genuine(tokens.read(issuer.sign(claims())));
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(issuer.requests()).isEqualTo(1);
    genuine(tokens.read(issuer.sign(claims())));
    assertThat(issuer.requests()).isEqualTo(2);
  }
}
