package io.updraft.http;

import java.time.Clock;
import java.util.Optional;

/** Who comes in. */
record Gate(Clock clock) {

  /** The caller, if the credentials are good and have not expired. */
  Optional<Caller> identify(Credentials credentials) {
    return credentials instanceof Credentials.Valid valid && !expired(valid.caller())
        ? Optional.of(valid.caller())
        : Optional.empty();
  }

  /** Refuses with 401 or 403 whom the route does not admit. */
  void admit(Access access, Credentials credentials) {
    if (access.open()) {
      return;
    }
    refuseBadCredentials(credentials);
    Caller caller =
        identify(credentials)
            .orElseThrow(() -> unauthorized("Send credentials in the Authorization header."));
    if (!access.admits(caller)) {
      throw Problem.forbidden("Use credentials whose role or scope admits to this.").exception();
    }
  }

  /** Refuses with 401 credentials that were sent and are not good, whatever is asked for. */
  void refuseBadCredentials(Credentials credentials) {
    switch (credentials) {
      case Credentials.Absent() -> {}
      case Credentials.Invalid(String reason) -> throw unauthorized(reason);
      case Credentials.Valid(Caller caller) -> {
        if (expired(caller)) {
          throw unauthorized("The credentials have expired; send new ones.");
        }
      }
    }
  }

  // API Gateway caches what the authorizer said, also past the end of the credentials.
  private boolean expired(Caller caller) {
    return !clock.instant().isBefore(caller.expiresAt());
  }

  private static ProblemException unauthorized(String detail) {
    return Problem.unauthorized(detail).exception();
  }
}
