package io.updraft.fleet.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The connections that the whole fleet shares. Ten thousand devices that ask at once would need as
 * many sockets; here they take turns, and the wait for a turn is not part of any latency.
 */
public final class Connections {
  private static final int MOST_AT_ONCE = 256;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /** What is done in one turn. */
  interface Turn<T> {
    T take(HttpClient client) throws IOException, InterruptedException;
  }

  <T> T inTurn(Turn<T> turn) throws IOException, InterruptedException {
    turns.acquire();
    try {
      return turn.take(client);
    } finally {
      turns.release();
    }
  }

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return inTurn(c -> c.send(request, body));
  }
}
