package io.updraft.outbox.send;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.updraft.events.Streams;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * Publishes one message; {@code scripts/publish} starts it. Ends with 0 when a stream has it, with
 * 1 when NATS does not answer or no stream takes it, with 2 for a wrong command line.
 */
public final class SendEvent {
  private SendEvent() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      PublishAck stored = send(SendOptions.parse(arguments));
      System.out.println("stored in " + stored.getStream() + " as " + stored.getSeqno());
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException | JetStreamApiException e) {
      System.err.println("NATS: " + e.getMessage());
      return 1;
    }
  }

  static PublishAck send(SendOptions options)
      throws IOException, JetStreamApiException, InterruptedException {
    MessageByHand message = new MessageByHand(Clock.systemUTC());
    byte[] bytes = message.bytes(options);
    String id = message.id(bytes);
    Headers headers = new Headers();
    if (id != null) {
      headers.put(Streams.MESSAGE_ID_HEADER, id);
    }
    Connection connection = Nats.connect(connectionTo(options.url()));
    try {
      return connection.jetStream().publish(options.subject(), headers, bytes);
    } finally {
      connection.close();
    }
  }

  private static Options connectionTo(String url) {
    return new Options.Builder()
        .server(url)
        .connectionName("updraft-publish")
        .noReconnect()
        .errorListener(new ErrorListener() {})
        .build();
  }
}
