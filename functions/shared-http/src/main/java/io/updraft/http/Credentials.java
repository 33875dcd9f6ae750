package io.updraft.http;

/** What the authorizer said about the credentials of a request. */
public sealed interface Credentials {

  /** Good ones; whether they have expired since is for the reader to judge. */
  record Valid(Caller caller) implements Credentials {}

  /** Not valid; the reason is a sentence that may be shown. */
  record Invalid(String reason) implements Credentials {}

  /** The route has no authorizer. */
  record Absent() implements Credentials {}
}
