package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes down the events of a WebSocket, and refuses a connection that names no user. */
public final class Chat implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal = Journal.named("");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    journal.write(event.toString());
    boolean refused =
        event.at("/requestContext/routeKey").asText().equals("$connect")
            && !event.at("/queryStringParameters").has("user");
    JSON.writeValue(output, JSON.createObjectNode().put("statusCode", refused ? 401 : 200));
  }
}
