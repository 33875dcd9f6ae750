package io.updraft.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.updraft.access.domain.Tokens;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens of an issuer: signed with one of its published keys, for this audience, for now. */
public final class JwtTokens implements Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(JwtTokens.class);

  /** Asymmetric ones only: a shared secret could be confused with a public key. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final ClaimReader claims;

  private JwtTokens(TrustedIssuer issuer, Clock clock) {
    claims = new ClaimReader(issuer);
    PublishedKeys keys = new PublishedKeys(new JwksDownload(issuer.keys()), clock);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWTClaimsSetVerifier(new ClaimRules(issuer, clock));
  }

  /** Checks tokens of this issuer by this clock. */
  public static JwtTokens of(TrustedIssuer issuer, Clock clock) {
    return new JwtTokens(issuer, clock);
  }

  @Override
  public Reading read(String token) {
    try {
      JWTClaimsSet genuine = processor.process(token, null);
      return new Reading.Genuine(claims.read(genuine));
    } catch (ParseException garbled) {
      return new Reading.Refused("The token can't be parsed; send a signed JWT.");
    } catch (BadJOSEException | JOSEException untrusted) {
      LOG.info("token refused: {}", untrusted.getMessage());
      return new Reading.Refused(reason(untrusted));
    }
  }

  private static String reason(Exception untrusted) {
    return switch (untrusted) {
      case ExpiredJWTException _ -> "The token has expired; get a new one.";
      case BadJWTException _ -> "The token is not for this installation, or not valid yet.";
      case BadJWSException _ -> "The token's signature does not hold.";
      default -> "The token is not signed with a published key of the issuer.";
    };
  }
}
