package io.updraft.outbox.pull;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.Incoming;
import io.updraft.outbox.domain.Incoming.Next;
import io.updraft.outbox.dynamodb.DynamoDbConsumedIds;
import io.updraft.outbox.dynamodb.DynamoDbDeadLetters;
import io.updraft.outbox.lambda.LambdaCalls;
import io.updraft.outbox.nats.NatsIncoming;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Waits for messages and deals with one after the other, the subjects in turn: a subject that
 * brings nothing but bad messages holds up none of the others.
 */
final class PullEvents {
  /** How long one subject is waited for while the others wait: what an event may be late by. */
  private static final Duration TURN = Duration.ofMillis(250);

  private final Incoming incoming;
  private final Set<String> subjects;
  private final HandleArrival handling;
  private final Duration patience;
  private final Clock clock;

  PullEvents(
      Incoming incoming,
      Set<String> subjects,
      HandleArrival handling,
      Duration patience,
      Clock clock) {
    this.incoming = incoming;
    this.subjects = Set.copyOf(subjects);
    this.handling = handling;
    this.patience = patience;
    this.clock = clock;
  }

  /** From the broker, and to the functions, that the environment names. */
  static PullEvents from(Environment environment, Clock clock) {
    PullSettings settings = PullSettings.from(environment);
    Dynamo dynamo = new Dynamo(DynamoClients.create(environment));
    HandleArrival handling =
        new HandleArrival(
            settings.wanting(),
            new CallFunctions(LambdaCalls.from(environment)),
            new DynamoDbConsumedIds(dynamo, environment.text("CONSUMED_TABLE"), clock),
            new DynamoDbDeadLetters(dynamo, environment.text("SET_ASIDE_TABLE"), clock),
            new Delays(RandomGenerator.getDefault()));
    return new PullEvents(
        NatsIncoming.from(environment),
        settings.wanting().keySet(),
        handling,
        settings.patience(),
        clock);
  }

  /**
   * Returns when the patience is over, no time is left, the broker is away, or on an interruption.
   */
  Pulled pull(Budget budget) {
    Pulled pulled = new Pulled();
    Instant end = clock.instant().plus(patience);
    do {
      for (String subject : subjects) {
        if (goesOn(pulled, budget)) {
          takeTurn(subject, budget, pulled);
        }
      }
    } while (goesOn(pulled, budget) && clock.instant().isBefore(end));
    return pulled;
  }

  private static boolean goesOn(Pulled pulled, Budget budget) {
    return pulled.stopped() == null
        && budget.allowsCall()
        && !Thread.currentThread().isInterrupted();
  }

  private void takeTurn(String subject, Budget budget, Pulled pulled) {
    switch (incoming.next(subject, TURN)) {
      case Next.Arrived arrived -> pulled.count(handling.handle(arrived.arrival(), budget));
      case Next.Nothing _ -> {}
      case Next.Away(String reason) -> pulled.stop(reason);
    }
  }
}
