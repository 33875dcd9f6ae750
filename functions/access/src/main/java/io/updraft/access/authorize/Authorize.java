package io.updraft.access.authorize;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyText;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.StoredKey;
import io.updraft.access.domain.Tokens;
import io.updraft.http.Caller;
import io.updraft.http.Credentials;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who is calling. */
public final class Authorize {
  private final Tokens tokens;
  private final ApiKeys keys;
  private final KnownOrganizations organizations;
  private final Clock clock;

  Authorize(Tokens tokens, ApiKeys keys, KnownOrganizations organizations, Clock clock) {
    this.tokens = tokens;
    this.keys = keys;
    this.organizations = organizations;
    this.clock = clock;
  }

  /**
   * Judges an Authorization header. Whatever it holds, that is an answer; what throws is that a
   * store or the issuer can't be asked ({@link io.updraft.lambda.DependencyUnavailable}).
   *
   * @param header null where there is none
   */
  public Credentials judge(@Nullable String header) {
    Credentials credentials =
        switch (Presented.of(header)) {
          case Presented.Token(String jwt) -> byToken(jwt);
          case Presented.Key key -> byKey(key);
          case Presented.Unusable(String reason) -> new Credentials.Invalid(reason);
        };
    return credentials instanceof Credentials.Valid(Caller caller)
        ? ofLivingOrganization(caller)
        : credentials;
  }

  private Credentials byToken(String jwt) {
    return switch (tokens.read(jwt)) {
      case Tokens.Reading.Genuine(var claims) -> TokenCaller.of(claims);
      case Tokens.Reading.Refused(String reason) -> new Credentials.Invalid(reason);
    };
  }

  /** An unknown key and a wrong secret look the same. */
  private Credentials byKey(Presented.Key presented) {
    Optional<StoredKey> stored = opened(presented.text());
    if (stored.isEmpty()) {
      return new Credentials.Invalid("There is no such API key; it may have been revoked.");
    }
    if (!presented.scheme().fits(stored.get().key().grant())) {
      return new Credentials.Invalid("This key does not fit the scheme; send it as ApiKey.");
    }
    return new Credentials.Valid(KeyCaller.of(stored.get().key()));
  }

  private Optional<StoredKey> opened(KeyText text) {
    return keys.find(text.id()).filter(stored -> stored.opensWith(text));
  }

  private Credentials ofLivingOrganization(Caller caller) {
    if (!clock.instant().isBefore(caller.expiresAt())) {
      return new Credentials.Invalid("The credentials have expired; send new ones.");
    }
    return organizations
        .find(new OrganizationId(caller.organization()))
        .<Credentials>map(o -> new Credentials.Valid(caller.polling(o.pollInterval())))
        .orElseGet(
            () ->
                new Credentials.Invalid(
                    "The organization of these credentials is not known here."));
  }
}
