package io.updraft.access.domain;

/** Checks tokens of the issuer that this installation trusts. */
public interface Tokens {
  /** Reads a token. Not being able to ask the issuer is no answer of it: then it throws. */
  Reading read(String token);

  /** Whether the token holds. */
  sealed interface Reading {
    /** Signature, issuer, audience and times hold. */
    record Genuine(TokenClaims claims) implements Reading {}

    /** Not to be trusted; the reason is a sentence that may be shown. */
    record Refused(String reason) implements Reading {}
  }

  /** For an installation without an issuer. */
  static Tokens none() {
    return token -> new Reading.Refused("Tokens are not accepted here; send an API key.");
  }
}
