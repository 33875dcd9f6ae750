package io.updraft.lambda.consumed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The function {@code deleted} of a context, invoked by the one that pulls from NATS: takes the
 * envelope of an event, answers with a {@link Handling}. A subclass wires its {@link Deletions} in
 * its constructor. What these throw is a failure of the function, and brings the event again.
 */
public abstract class DeletionsHandler implements RequestStreamHandler {
  private final ConsumedEvents events;
  private final HandlingJson json = new HandlingJson();

  protected DeletionsHandler(Deletions deletions) {
    this.events = new ConsumedEvents(deletions);
  }

  @Override
  public final void handleRequest(InputStream envelope, OutputStream answer, Context context)
      throws IOException {
    answer.write(json.write(events.handle(envelope.readAllBytes())));
  }
}
