package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens signed by the key of a runtime's issuer. */
final class Tokens {
  static final String ORGANIZATION = "default-org";
  private static final Duration VALIDITY = Duration.ofHours(2);

  private final RSAKey key;
  private final String issuer;
  private final String audience;

  private Tokens(RSAKey key, String issuer, String audience) {
    this.key = key;
    this.issuer = issuer;
    this.audience = audience;
  }

  static Tokens of(RuntimeProcess runtime) throws Exception {
    JsonNode file = runtime.file();
    String jwk = Files.readString(Path.of(file.path("issuerKey").asText()));
    return new Tokens(
        RSAKey.parse(jwk), file.path("issuer").asText(), file.path("audience").asText());
  }

  /** The same claims under another key. */
  Tokens signedBy(RSAKey other) {
    return new Tokens(other, issuer, audience);
  }

  RSAKey key() {
    return key;
  }

  Bearer user(String role) {
    return user(role, ORGANIZATION);
  }

  Bearer user(String role, String organization) {
    return signed(claims(role, organization, Instant.now().plus(VALIDITY)).build());
  }

  Bearer device(String id) {
    return signed(
        claims("device", ORGANIZATION, Instant.now().plus(VALIDITY)).claim("device", id).build());
  }

  JWTClaimsSet.Builder claims(String role, String organization, Instant expiry) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .subject("tester-of-" + organization)
        .claim("organization", organization)
        .claim("roles", List.of(role))
        .issueTime(Date.from(Instant.now().minusSeconds(60)))
        .expirationTime(Date.from(expiry));
  }

  Bearer signed(JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return new Bearer(jwt.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
