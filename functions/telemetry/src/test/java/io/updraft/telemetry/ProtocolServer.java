package io.updraft.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Stands where API Gateway does: each request becomes an event, and the answer goes back. */
final class ProtocolServer implements AutoCloseable {
  private final HttpServer server;
  private final RequestStreamHandler function;
  private final UnaryOperator<ApiCall> caller;

  private ProtocolServer(
      HttpServer server, RequestStreamHandler function, UnaryOperator<ApiCall> caller) {
    this.server = server;
    this.function = function;
    this.caller = caller;
  }

  /**
   * Starts one.
   *
   * @param caller adds whom the authorizer would find out
   */
  static ProtocolServer of(RequestStreamHandler function, UnaryOperator<ApiCall> caller) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ProtocolServer started = new ProtocolServer(server, function, caller);
      server.createContext("/", started::pass);
      server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiAnswer answer = caller.apply(call(exchange)).on(function);
      byte[] body = body(answer);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static ApiCall call(HttpExchange exchange) throws IOException {
    ApiCall call =
        ApiCall.of(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    exchange.getRequestHeaders().forEach((name, values) -> call.header(name, values.getFirst()));
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      call.query(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    String type = exchange.getRequestHeaders().getFirst("content-type");
    return call.body(type, exchange.getRequestBody().readAllBytes());
  }

  private static byte[] body(ApiAnswer answer) {
    boolean binary = "application/x-protobuf".equals(answer.headers().get("content-type"));
    return binary
        ? Base64.getDecoder().decode(answer.body())
        : answer.body().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
