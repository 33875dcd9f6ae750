package io.updraft.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.lambda.Environment;
import io.updraft.lambda.Priming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A function behind the HTTP API: takes events of payload format 2.0, refuses who may not call,
 * runs the operation of the route, and renders what it answers or throws. A subclass wires its
 * operations in its constructor and opens no connection there, so that a snapshot of it can be
 * restored.
 */
public abstract class HttpFunction implements RequestStreamHandler {
  private final Edge edge;

  protected HttpFunction(Routes routes) {
    this.edge = new Edge(routes);
    Priming.beforeSnapshot(Environment.current(), "edge", edge::prime);
  }

  @Override
  public final void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer.write(edge.answer(event.readAllBytes(), context));
  }
}
