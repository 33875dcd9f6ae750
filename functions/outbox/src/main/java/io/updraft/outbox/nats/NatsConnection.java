package io.updraft.outbox.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of a function: made when it is first needed, which is after a snapshot, and
 * kept between invocations.
 *
 * <p>The client does not reconnect by itself: a function is frozen between invocations, and a
 * message that waited in a buffer for the connection's return would overtake what is published
 * meanwhile. Who finds the connection lost makes a new one; the repetition, with its backoff, is
 * that of the trigger.
 */
final class NatsConnection {
  private final Options options;
  private final StreamSetup streams;
  private @Nullable Connection current;

  NatsConnection(NatsSettings settings) {
    this.options = options(settings);
    this.streams = new StreamSetup(settings);
  }

  /** A connection that was open a moment ago, to a broker that has the streams. */
  Connection open() throws IOException, InterruptedException, JetStreamApiException {
    Connection kept = current;
    if (kept != null && kept.getStatus() == Connection.Status.CONNECTED) {
      return kept;
    }
    discard();
    Connection made = Nats.connect(options);
    current = made;
    streams.createMissing(made.jetStreamManagement());
    return made;
  }

  /** Drops the connection, so that the next use makes a new one and looks for the streams again. */
  void discard() throws InterruptedException {
    Connection dropped = current;
    current = null;
    if (dropped != null) {
      dropped.close();
    }
  }

  private static Options options(NatsSettings settings) {
    Options.Builder builder =
        new Options.Builder()
            .server(settings.url())
            .connectionName("updraft-outbox")
            .connectionTimeout(settings.connectTimeout())
            .socketWriteTimeout(settings.acknowledgeTimeout())
            .noReconnect()
            // Every failure comes back from the call that it belongs to.
            .errorListener(new ErrorListener() {});
    settings.credentials().ifPresent(credentials -> credentials.addTo(builder));
    return builder.build();
  }
}
