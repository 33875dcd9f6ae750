package io.updraft.fleet.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The store behind presigned addresses, which takes no credentials but the address. */
public final class ObjectStore {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(15);

  /** Headers that the client sets itself and does not take from anyone. */
  private static final Set<String> OWN_HEADERS =
      Set.of("content-length", "host", "connection", "expect", "upgrade");

  private final Connections connections;

  public ObjectStore(Connections connections) {
    this.connections = connections;
  }

  /** What becomes of a range that was asked for. */
  public sealed interface Range {
    /** Bytes came, all of those that were asked for unless the reader stopped. */
    record Taken() implements Range {}

    /** The address does not serve, or no longer. */
    record NotServed(int status) implements Range {}
  }

  /** Reads bytes as they come. */
  public interface Reader {
    void read(InputStream bytes, String contentRange) throws IOException;
  }

  /**
   * Fetches bytes.
   *
   * @param last the last byte that is wanted, inclusive
   * @throws IOException where the store is away, is not able now, or the bytes break off
   */
  public Range read(URI address, long first, long last, Reader reader)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Range", "bytes=" + first + "-" + last)
            .build();
    return connections.inTurn(
        client -> {
          HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
          try (InputStream bytes = response.body()) {
            return taken(response, bytes, reader);
          }
        });
  }

  private static Range taken(HttpResponse<InputStream> response, InputStream bytes, Reader reader)
      throws IOException {
    int status = response.statusCode();
    if (status >= 500) {
      throw new IOException("the store answers " + status);
    }
    if (status != 206) {
      return new Range.NotServed(status);
    }
    reader.read(bytes, response.headers().firstValue("Content-Range").orElse(""));
    return new Range.Taken();
  }

  /**
   * Puts bytes where an upload's answer says.
   *
   * @param upload the part {@code upload} of that answer
   * @throws IOException where the store is away or refuses
   */
  public void put(JsonNode upload, Supplier<InputStream> bytes, long size)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .timeout(UPLOAD_TIMEOUT)
            .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(bytes), size));
    upload
        .path("headers")
        .properties()
        .forEach(header -> addHeader(request, header.getKey(), header.getValue().asText()));
    HttpResponse<String> response = connections.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the store answers %d to the upload".formatted(response.statusCode()));
    }
  }

  private static void addHeader(HttpRequest.Builder request, String name, String value) {
    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      request.header(name, value);
    }
  }
}
