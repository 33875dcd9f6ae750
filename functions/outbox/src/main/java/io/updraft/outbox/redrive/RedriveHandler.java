package io.updraft.outbox.redrive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.dynamodb.DynamoDbOutboxPages;
import io.updraft.outbox.dynamodb.DynamoDbSetAside;
import io.updraft.outbox.json.JsonMessageReader;
import io.updraft.outbox.nats.NatsBroker;
import io.updraft.outbox.nats.NatsSettings;
import io.updraft.outbox.redrive.RedrivePage.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Publishes one page of the outbox again; invoked directly, by {@code scripts/redrive}. Input
 * {@code {"since": time, "cursor": text or null}}, output {@code {"published": n, "set_aside": n,
 * "cursor": text or null}}; fails with the reason when the broker does not take the page.
 */
public final class RedriveHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 1_000;

  private final RedrivePage page;
  private final JsonMapper mapper = new JsonMapper();

  public RedriveHandler() {
    this(Environment.current());
  }

  private RedriveHandler(Environment environment) {
    this(environment, DynamoClients.create(environment));
  }

  private RedriveHandler(Environment environment, DynamoDbClient client) {
    this(
        new RedrivePage(
            new DynamoDbOutboxPages(client, environment.text("OUTBOX_TABLE"), PAGE_SIZE),
            new PublishInOrder(
                new JsonMessageReader(),
                new NatsBroker(NatsSettings.from(environment)),
                new DynamoDbSetAside(new Dynamo(client), environment.text("SET_ASIDE_TABLE")),
                Clock.systemUTC())));
  }

  RedriveHandler(RedrivePage page) {
    this.page = page;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    switch (page.redrive(RedriveRequest.of(mapper.readTree(input)))) {
      case Result.Redriven(RedriveAnswer answer) -> mapper.writeValue(output, answer);
      case Result.Stopped(String reason) ->
          throw new IllegalStateException("NATS does not take the events: " + reason);
    }
  }
}
