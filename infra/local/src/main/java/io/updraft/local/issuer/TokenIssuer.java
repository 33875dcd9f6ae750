package io.updraft.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.UUID;

/** The key by which tokens for this machine are signed. Whoever can read it can make any token. */
public final class TokenIssuer {
  /** The tokens' {@code iss}. */
  public static final String ISSUER = "urn:updraft:local";

  /** The tokens' {@code aud}. */
  public static final String AUDIENCE = "updraft";

  private static final int BITS = 2_048;

  private final RSAKey key;

  private TokenIssuer(RSAKey key) {
    this.key = key;
  }

  /**
   * The issuer with this key.
   *
   * @param jwk the private key in the format of RFC 7517
   */
  public static TokenIssuer of(String jwk) {
    try {
      return new TokenIssuer(RSAKey.parse(jwk));
    } catch (ParseException e) {
      throw new IllegalArgumentException("the issuer's key can't be read", e);
    }
  }

  /** Makes a private key, in the format of RFC 7517; RSA, since it is checked the fastest. */
  public static String newKey() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(UUID.randomUUID().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key, as a set in the format of RFC 7517. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }
}
