package io.updraft.outbox.pull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.ConsumedIds;
import io.updraft.outbox.domain.DeadLetters;
import io.updraft.outbox.domain.FunctionCalls;
import io.updraft.outbox.domain.Incoming;
import io.updraft.outbox.dynamodb.DynamoDbConsumedIds;
import io.updraft.outbox.dynamodb.DynamoDbDeadLetters;
import io.updraft.outbox.lambda.LambdaCalls;
import io.updraft.outbox.nats.NatsIncoming;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every minute: hands what neighbours have published to the functions that want it. */
public final class PullHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PullHandler.class);

  private final PullEvents events;
  private final Clock clock;

  public PullHandler() {
    this(Environment.current());
  }

  private PullHandler(Environment environment) {
    this(environment, new Dynamo(DynamoClients.create(environment)), Clock.systemUTC());
  }

  private PullHandler(Environment environment, Dynamo dynamo, Clock clock) {
    this(
        PullSettings.from(environment),
        NatsIncoming.from(environment),
        LambdaCalls.from(environment),
        new DynamoDbConsumedIds(dynamo, environment.text("CONSUMED_TABLE"), clock),
        new DynamoDbDeadLetters(dynamo, environment.text("SET_ASIDE_TABLE"), clock),
        clock);
  }

  PullHandler(
      PullSettings settings,
      Incoming incoming,
      FunctionCalls calls,
      ConsumedIds ids,
      DeadLetters deadLetters,
      Clock clock) {
    Delays delays = new Delays(RandomGenerator.getDefault());
    CallFunctions functions = new CallFunctions(calls);
    HandleArrival handling =
        new HandleArrival(settings.wanting(), functions, ids, deadLetters, delays);
    this.events =
        new PullEvents(incoming, settings.wanting().keySet(), handling, settings.patience(), clock);
    this.clock = clock;
  }

  /** A broker that is away is no failure: the next invocation comes by itself. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    Pulled pulled = events.pull(new Budget(context::getRemainingTimeInMillis));
    if (pulled.stopped() != null) {
      LOG.error("NATS does not answer: {}", pulled.stopped());
    }
    context.getLogger().log(PullReport.line(pulled, clock.instant()));
  }
}
