package io.updraft.access.http;

import io.updraft.access.domain.Dependency;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service beside Updraft as a dependency: its {@code GET /health} answers 200. {@link
 * HttpURLConnection} because it starts in a fraction of the time of the newer client.
 */
public final class NeighbouringService implements Dependency {
  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 1000;

  private final String name;
  private final URI health;

  NeighbouringService(String name, URI address) {
    this.name = name;
    this.health = URI.create(address.toString().replaceAll("/+$", "") + "/health");
  }

  /** Those of which the address is set. */
  public static Stream<NeighbouringService> all(Environment environment) {
    return Stream.of(
            at(environment, "NOTIFICATION_SERVICE_URL", "notification"),
            at(environment, "DEVICE_SERVICE_URL", "device_service"))
        .flatMap(Optional::stream);
  }

  private static Optional<NeighbouringService> at(
      Environment environment, String variable, String name) {
    return environment.findUri(variable).map(address -> new NeighbouringService(name, address));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void reach() {
    try {
      int status = status();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IllegalStateException("status " + status);
      }
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  private int status() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
