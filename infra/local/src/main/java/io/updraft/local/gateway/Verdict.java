package io.updraft.local.gateway;

/** What became of a request at its route's authorizer. */
sealed interface Verdict {
  /** It may go on, with this context as JSON; empty where the route has no authorizer. */
  record Allowed(String context) implements Verdict {}

  /** The authorizer says no. */
  record Denied() implements Verdict {}

  /** The header that says who is asking is missing. */
  record Anonymous() implements Verdict {}

  /** The authorizer failed. */
  record Undecided() implements Verdict {}
}
