package io.updraft.outbox.pull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every minute: hands what neighbours have published to the functions that want it. */
public final class PullHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PullHandler.class);

  private final PullEvents events;
  private final Clock clock = Clock.systemUTC();

  public PullHandler() {
    this.events = PullEvents.from(Environment.current(), clock);
  }

  /** A broker that is away is no failure: the next invocation comes by itself. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    Pulled pulled = events.pull(new Budget(context::getRemainingTimeInMillis));
    if (pulled.stopped() != null) {
      LOG.error("NATS does not answer: {}", pulled.stopped());
    }
    if (!pulled.idle()) {
      context.getLogger().log(PullReport.line(pulled, clock.instant()));
    }
  }
}
