package io.updraft.live.domain;

import java.time.Instant;

/** What is on the live queue. */
public sealed interface LiveMessage {
  String organization();

  /** Something to be delivered to whoever watches it. */
  record News(String organization, Content content) implements LiveMessage {}

  /** What was held back for a subscription is due. */
  record Flush(String organization, SubscriptionId subscription, Instant due)
      implements LiveMessage {}
}
