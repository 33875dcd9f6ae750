package io.updraft.live.domain;

/** How often in a row a connection has not taken what was sent. */
public interface Failures {
  /** Counts one more; true where that is too often. */
  boolean tooMany(Subscription subscription);

  /** It has taken something. */
  void over(Subscription subscription);
}
