package io.updraft.access.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.updraft.access.domain.TokenClaims;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what Updraft wants to know in the claims that the configuration names. */
record ClaimReader(TrustedIssuer issuer) {

  TokenClaims read(JWTClaimsSet claims) {
    return new TokenClaims(
        text(claims, issuer.organizationClaim()),
        claims.getSubject(),
        texts(claims.getClaim(issuer.rolesClaim())),
        text(claims, issuer.deviceClaim()),
        claims.getExpirationTime().toInstant());
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : null;
  }

  /** A list of texts, or one text of words, as {@code scope} has it. */
  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String words -> Arrays.asList(words.strip().split("\\s+"));
      case List<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
