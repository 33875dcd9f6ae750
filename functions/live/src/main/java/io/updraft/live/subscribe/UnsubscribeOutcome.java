package io.updraft.live.subscribe;

/** How {@link Unsubscribe} ended. */
enum UnsubscribeOutcome {
  ENDED,
  NOT_FOUND
}
