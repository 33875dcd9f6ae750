package io.updraft.coldstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A database that finds nothing, and keeps what it was asked for, and by whom. */
final class RecordedCalls implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /**
   * One call.
   *
   * @param operation such as {@code GetItem}
   * @param connection what the caller says of it, such as {@code close}
   */
  record Call(String function, String operation, String table, String connection) {}

  private RecordedCalls(HttpServer server) {
    this.server = server;
  }

  static RecordedCalls start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RecordedCalls recorded = new RecordedCalls(server);
    server.createContext("/", recorded::answer);
    server.start();
    return recorded;
  }

  /** Where this function finds the database. */
  URI address(String function) {
    return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), function));
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      calls.add(
          new Call(
              exchange.getRequestURI().getPath().replace("/", ""),
              target.substring(target.indexOf('.') + 1),
              MAPPER.readTree(exchange.getRequestBody()).path("TableName").asText(),
              exchange.getRequestHeaders().getFirst("Connection")));
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(200, NOTHING.length);
      exchange.getResponseBody().write(NOTHING);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
