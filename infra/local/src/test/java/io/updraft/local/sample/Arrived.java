package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Writes down which objects came. */
public final class Arrived implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal = Journal.named("");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    for (JsonNode each : JSON.readTree(input).required("Records")) {
      String key = each.at("/s3/object/key").asText();
      journal.write(
          each.required("eventName").asText()
              + " "
              + URLDecoder.decode(key, StandardCharsets.UTF_8)
              + " "
              + each.at("/s3/object/size").asLong());
    }
  }
}
