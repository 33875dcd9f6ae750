package io.updraft.live.published;

import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;
import io.updraft.live.dynamodb.Roll;
import io.updraft.live.sqs.SqsFeed;
import io.updraft.live.sqs.Watch;
import io.updraft.sqs.SqsQueue;
import java.time.Clock;

/** What the wiring of another context takes from this one. */
public final class PublishedLive {
  private PublishedLive() {}

  /** On {@code LIVE_TABLE} and {@code LIVE_QUEUE_URL}. */
  public static LiveFeed feed(Dynamo dynamo, Environment environment, Clock clock) {
    Roll roll = new Roll(dynamo, environment.text("LIVE_TABLE"));
    return new SqsFeed(
        new Watch(roll::isWatched, clock), SqsQueue.named(environment, "LIVE_QUEUE_URL"));
  }
}
