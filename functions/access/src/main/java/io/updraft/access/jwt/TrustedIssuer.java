package io.updraft.access.jwt;

import io.updraft.lambda.Environment;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider whose tokens are accepted.
 *
 * @param issuer what {@code iss} must be
 * @param audience what must be in {@code aud}
 * @param keys where its keys are published, as a JWKS
 * @param organizationClaim the claim that names the organization
 * @param rolesClaim the claim that lists roles, as a list or separated by blanks
 * @param deviceClaim the claim that names the device of a device's token
 */
public record TrustedIssuer(
    String issuer,
    String audience,
    URI keys,
    String organizationClaim,
    String rolesClaim,
    String deviceClaim) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public TrustedIssuer {
    if (!isSafe(keys)) {
      throw new IllegalArgumentException("JWKS_URL must be https, but is " + keys);
    }
  }

  /** The issuer of {@code JWT_ISSUER}; nothing where it is empty, which accepts API keys only. */
  public static Optional<TrustedIssuer> of(Environment environment) {
    return environment
        .find("JWT_ISSUER")
        .map(
            issuer ->
                new TrustedIssuer(
                    issuer,
                    environment.text("JWT_AUDIENCE"),
                    environment.uri("JWKS_URL"),
                    environment.text("JWT_ORGANIZATION_CLAIM", "organization"),
                    environment.text("JWT_ROLES_CLAIM", "roles"),
                    environment.text("JWT_DEVICE_CLAIM", "device")));
  }

  // Whoever can change the keys on their way can sign any token.
  private static boolean isSafe(URI keys) {
    return "https".equals(keys.getScheme())
        || ("http".equals(keys.getScheme()) && LOOPBACK.contains(keys.getHost()));
  }
}
