package io.updraft.access.jwt;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Issuer, audience and times, with 30 s for clocks that differ. */
final class ClaimRules extends DefaultJWTClaimsVerifier<SecurityContext> {
  private static final int SKEW_SECONDS = 30;

  private final Clock clock;

  ClaimRules(TrustedIssuer issuer, Clock clock) {
    super(
        issuer.audience(),
        new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
        Set.of("exp", "sub"));
    this.clock = clock;
    setMaxClockSkew(SKEW_SECONDS);
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
