package io.updraft.coldstart.baseline;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Reads the event as a tree and writes a map: what Jackson adds. */
public final class HelloJson implements RequestStreamHandler {
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    int members = mapper.readTree(event).size();
    answer.write(mapper.writeValueAsBytes(Map.of("members", members)));
  }
}
