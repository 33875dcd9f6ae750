package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers with the event itself, or with what the event's body says to answer. */
public final class Echo implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String greeting = Environment.current().text("GREETING");
  private final String publicUrl = Environment.current().text("PUBLIC_URL", "none");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    JsonNode body = JSON.readTree(event.path("body").asText("{}").replaceFirst("^[^{].*", "{}"));
    if (body.has("answer")) {
      JSON.writeValue(output, body.get("answer"));
      return;
    }
    ObjectNode answer = JSON.createObjectNode().put("statusCode", 200);
    answer
        .putObject("headers")
        .put("x-greeting", greeting)
        .put("x-public-url", publicUrl)
        .put("x-function", context.getFunctionName())
        .put("content-type", "application/json");
    answer.put("body", event.toString());
    JSON.writeValue(output, answer);
  }
}
