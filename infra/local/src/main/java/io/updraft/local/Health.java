package io.updraft.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Asks the API whether it is ready, as a client would. */
final class Health {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TIMEOUT_MILLIS = 5_000;

  private Health() {}

  /**
   * Returns when {@code GET /health} answers 200.
   *
   * @throws IllegalStateException with the last answer, when it does not
   */
  static void await(URI api) throws InterruptedException {
    URI url = api.resolve("/health");
    Instant end = Instant.now().plus(PATIENCE);
    String answer = ask(url);
    while (!answer.equals("200")) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("GET %s answers %s".formatted(url, answer));
      }
      Thread.sleep(PAUSE);
      answer = ask(url);
    }
  }

  private static String ask(URI url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return String.valueOf(connection.getResponseCode());
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
