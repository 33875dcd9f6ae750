package io.updraft.live.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.live.domain.Connections;
import io.updraft.live.domain.Subscriptions;
import io.updraft.live.dynamodb.LiveTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * The routes of the WebSocket: {@code $connect} takes the token in the query, and anything but 200
 * refuses the connection; {@code $disconnect} ends the subscription; whatever a client sends, by
 * {@code $default}, is passed over.
 */
public final class ConnectionHandler implements RequestStreamHandler {
  private static final JsonMapper MAPPER = new JsonMapper();
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
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    int status = handle(MAPPER.readTree(input));
    MAPPER.writeValue(output, MAPPER.createObjectNode().put("statusCode", status));
  }

  private int handle(JsonNode event) {
    JsonNode request = event.required("requestContext");
    String connectionId = request.required("connectionId").asText();
    return switch (request.required("routeKey").asText()) {
      case "$connect" -> {
        String token = event.at("/queryStringParameters/token").asText();
        yield connect.connect(token, connectionId) ? OK : UNAUTHORIZED;
      }
      case "$disconnect" -> {
        disconnect.disconnect(connectionId);
        yield OK;
      }
      default -> OK;
    };
  }
}
