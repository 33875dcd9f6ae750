package io.updraft.access.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token says, by the claims that are configured; whether it makes sense here is not
 * judged yet.
 *
 * @param subject whom the token is about
 * @param roles as the issuer names them; others than Updraft's may be among them
 * @param expiresAt from when on it is refused
 */
public record TokenClaims(
    @Nullable String organization,
    @Nullable String subject,
    List<String> roles,
    @Nullable String device,
    Instant expiresAt) {
  public TokenClaims {
    roles = List.copyOf(roles);
  }
}
