package io.updraft.outbox.follow;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.util.List;

/**
 * Shows what is published on NATS, a line each, until it is interrupted; {@code scripts/events}
 * starts it. Ends with 0 after {@code --count} events, with 1 when NATS does not answer, with 2 for
 * a wrong command line.
 */
public final class FollowEvents {
  private FollowEvents() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      follow(FollowOptions.parse(arguments));
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException | JetStreamApiException e) {
      System.err.println("NATS: " + e.getMessage());
      return 1;
    }
  }

  private static void follow(FollowOptions options)
      throws IOException, JetStreamApiException, InterruptedException {
    Connection connection = Nats.connect(connectionTo(options.url()));
    try {
      EventFollower follower = new EventFollower(connection, options, System.out::println);
      follower.start();
      follower.await();
    } finally {
      connection.close();
    }
  }

  /** A lost connection is taken up again for as long as somebody watches. */
  private static Options connectionTo(String url) {
    return new Options.Builder()
        .server(url)
        .connectionName("updraft-events")
        .maxReconnects(-1)
        .errorListener(new ErrorListener() {})
        .build();
  }
}
