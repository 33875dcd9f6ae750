package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets those in who say "in", fails for those who say "fail", and counts how often it was asked.
 */
public final class Authorize implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String identity = JSON.readTree(input).at("/identitySource/0").asText();
    if (identity.equals("fail")) {
      throw new IllegalStateException("planned");
    }
    JSON.writeValue(
        output,
        Map.of(
            "isAuthorized",
            identity.equals("in"),
            "context",
            Map.of("asked", asked.incrementAndGet())));
  }
}
