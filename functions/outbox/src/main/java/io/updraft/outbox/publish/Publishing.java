package io.updraft.outbox.publish;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.dynamodb.DynamoDbSetAside;
import io.updraft.outbox.json.JsonMessageReader;
import io.updraft.outbox.nats.NatsBroker;
import io.updraft.outbox.nats.NatsSettings;
import java.time.Clock;

/** Wires what both publishers have in common. */
final class Publishing {
  private Publishing() {}

  /** To the broker and the place for what it refuses that the environment names. */
  static PublishInOrder from(Environment environment, Clock clock) {
    return new PublishInOrder(
        new JsonMessageReader(),
        new NatsBroker(NatsSettings.from(environment)),
        new DynamoDbSetAside(
            new Dynamo(DynamoClients.primed(environment, "SET_ASIDE_TABLE")),
            environment.text("SET_ASIDE_TABLE")),
        clock);
  }
}
