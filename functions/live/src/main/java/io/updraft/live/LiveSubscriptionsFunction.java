package io.updraft.live;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.live.dynamodb.LiveTable;
import io.updraft.live.sockets.ApiGatewaySockets;
import io.updraft.live.subscribe.NewIds;
import io.updraft.live.subscribe.SubscribeOperations;
import java.time.Clock;

/** Makes and ends subscriptions to live data. */
public final class LiveSubscriptionsFunction extends HttpFunction {
  private static final String ALL = " /api/v1/telemetry/subscribe";
  private static final Access WATCH = Access.users().scope("telemetry:read");

  public LiveSubscriptionsFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private LiveSubscriptionsFunction(Environment environment, Clock clock) {
    this(
        new SubscribeOperations(
            new LiveTable(
                new Dynamo(DynamoClients.create(environment)),
                environment.text("LIVE_TABLE"),
                clock),
            ApiGatewaySockets.from(environment),
            NewIds.random(),
            environment.uri("LIVE_URL").toString(),
            clock));
  }

  LiveSubscriptionsFunction(SubscribeOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route("POST" + ALL, WATCH, operations.subscribe())
            .route("DELETE" + ALL + "/{subscription_id}", WATCH, operations.unsubscribe())
            .build());
  }
}
