package io.updraft.live.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.live.domain.Connections;
import io.updraft.live.domain.Subscriptions;
import io.updraft.live.dynamodb.LiveTable;
import java.time.Clock;
import java.util.Map;

/**
 * The routes of the WebSocket: {@code $connect} takes the token in the query, and anything but 200
 * refuses the connection; {@code $disconnect} ends the subscription; whatever a client sends, by
 * {@code $default}, is passed over.
 */
public final class ConnectionHandler
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final Connect connect;
  private final Disconnect disconnect;

  public ConnectionHandler() {
    this(Environment.current(), Clock.systemUTC());
  }

  private ConnectionHandler(Environment environment, Clock clock) {
    this(
        new LiveTable(
            new Dynamo(DynamoClients.create(environment)), environment.text("LIVE_TABLE"), clock),
        clock);
  }

  private ConnectionHandler(LiveTable table, Clock clock) {
    this(table, table, clock);
  }

  ConnectionHandler(Subscriptions subscriptions, Connections connections, Clock clock) {
    this.connect = new Connect(subscriptions, connections, clock);
    this.disconnect = new Disconnect(subscriptions, connections);
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, Context context) {
    String connectionId = event.getRequestContext().getConnectionId();
    return switch (event.getRequestContext().getRouteKey()) {
      case "$connect" -> answer(connect.connect(token(event), connectionId) ? OK : UNAUTHORIZED);
      case "$disconnect" -> {
        disconnect.disconnect(connectionId);
        yield answer(OK);
      }
      default -> answer(OK);
    };
  }

  private static String token(APIGatewayV2WebSocketEvent event) {
    Map<String, String> query = event.getQueryStringParameters();
    return query == null ? "" : query.getOrDefault("token", "");
  }

  private static APIGatewayV2WebSocketResponse answer(int status) {
    APIGatewayV2WebSocketResponse answer = new APIGatewayV2WebSocketResponse();
    answer.setStatusCode(status);
    return answer;
  }
}
