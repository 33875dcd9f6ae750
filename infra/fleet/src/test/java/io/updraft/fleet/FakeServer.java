package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * Answers as the API does, in memory, with the object store beside it; and goes wrong when it is
 * told to.
 */
final class FakeServer implements AutoCloseable {
  static final String ADMIN_KEY = "upk_admin";

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final FakeCampaign campaign = new FakeCampaign();
  final FakeTelemetry telemetry = new FakeTelemetry();
  final FakeAlerts alerts = new FakeAlerts();

  /** As many of the next requests to the API are answered with 503. */
  final AtomicInteger unavailable = new AtomicInteger();

  /** As many of the next reports are applied, and their answers lost. */
  final AtomicInteger lostAnswers = new AtomicInteger();

  /** As many of the next ranges break off in the middle. */
  final AtomicInteger brokenRanges = new AtomicInteger();

  private HttpServer server;
  private final int port;

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    port = server.getAddress().getPort();
    start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Stops, hangs up on as many callers, and is back with the state that it had. */
  void beAwayFor(int callers) throws IOException {
    server.stop(0);
    try (ServerSocket deaf = new ServerSocket()) {
      deaf.setReuseAddress(true);
      deaf.bind(new InetSocketAddress(LOOPBACK, port));
      for (int i = 0; i < callers; i++) {
        deaf.accept().close();
      }
    }
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
    start();
  }

  private void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
      if (path[0].equals("store")) {
        store(exchange);
      } else if (unavailable.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.getResponseHeaders().add("Retry-After", "0");
        answer(exchange, 503, Map.of("code", "UNAVAILABLE"));
      } else {
        api(exchange, List.of(path).subList(2, path.length));
      }
    }
  }

  private void api(HttpExchange exchange, List<String> path) throws IOException {
    byte[] body = body(exchange);
    JsonNode json = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
    String key = exchange.getRequestHeaders().getFirst("Authorization").replace("ApiKey ", "");
    String operation = exchange.getRequestMethod() + " " + String.join("/", path);
    boolean admin = key.equals(ADMIN_KEY);
    if (admin && operation.equals("POST admin/keys")) {
      answer(exchange, 201, Map.of("key", campaign.newKey(json.path("device").asText())));
    } else if (admin && operation.startsWith("PUT devices/")) {
      answer(exchange, 201, campaign.register(path.get(1), json));
    } else if (admin && operation.equals("POST ota/firmware")) {
      answer(exchange, 201, campaign.declare(json, url() + "/store/fw"));
    } else if (admin && operation.contains(" ota/firmware/")) {
      answer(exchange, 200, campaign.firmware());
    } else if (admin && operation.equals("POST ota/campaigns")) {
      answer(exchange, 201, campaign.create(json));
    } else if (admin && operation.endsWith("/start")) {
      answer(exchange, 200, campaign.start());
    } else if (admin && operation.startsWith("GET ota/campaigns/")) {
      answer(exchange, 200, campaign.view());
    } else if (operation.endsWith("/updates/next")) {
      poll(exchange, path.get(2), key);
    } else if (operation.endsWith("/telemetry/batch")) {
      points(exchange, path.get(2), key, json);
    } else if (admin && operation.equals("POST telemetry/query")) {
      answer(exchange, 200, telemetry.query(json));
    } else if (admin && operation.equals("POST telemetry/alerts/rules")) {
      answer(exchange, 201, alerts.create(json));
    } else if (admin && operation.equals("PUT telemetry/alerts/rules/rule_1/enable")) {
      answer(exchange, 200, alerts.enable(json));
    } else if (admin && operation.equals("GET telemetry/alerts")) {
      answer(exchange, 200, alerts.list(exchange.getRequestURI().getQuery()));
    } else if (operation.startsWith("POST ota/updates/")) {
      report(exchange, path.get(2), key, json);
    } else {
      answer(exchange, 403, Map.of("code", "FORBIDDEN"));
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean packed = exchange.getRequestHeaders().containsKey("Content-Encoding");
    return (packed ? new GZIPInputStream(body) : body).readAllBytes();
  }

  private void points(HttpExchange exchange, String device, String key, JsonNode batch)
      throws IOException {
    if (!campaign.isKeyOf(device, key)) {
      answer(exchange, 401, Map.of("code", "UNAUTHORIZED"));
      return;
    }
    FakeTelemetry.Answer taken = telemetry.take(device, batch);
    alerts.judge(device, telemetry.kept(device));
    if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
      answer(exchange, taken.status(), taken.body());
    }
  }

  private void poll(HttpExchange exchange, String device, String key) throws IOException {
    if (!campaign.isKeyOf(device, key)) {
      answer(exchange, 401, Map.of("code", "UNAUTHORIZED"));
      return;
    }
    ObjectNode next = campaign.next(device, url() + "/store/fw");
    if (next.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", "300");
      exchange.sendResponseHeaders(204, -1);
    } else {
      answer(exchange, 200, next);
    }
  }

  private void report(HttpExchange exchange, String update, String key, JsonNode report)
      throws IOException {
    if (!campaign.isKeyOf(update.replace("upd_", ""), key)) {
      answer(exchange, 404, Map.of("code", "NOT_FOUND"));
      return;
    }
    ObjectNode view = campaign.report(update, report);
    if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
      answer(exchange, 200, view);
    }
  }

  private void store(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      campaign.stored(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    byte[] bytes = campaign.bytes();
    String[] range =
        exchange.getRequestHeaders().getFirst("Range").replace("bytes=", "").split("-", -1);
    int first = Integer.parseInt(range[0]);
    int count = Integer.parseInt(range[1]) - first + 1;
    boolean breaks = brokenRanges.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes %d-%s/%d".formatted(first, range[1], bytes.length));
    exchange.sendResponseHeaders(206, count);
    OutputStream body = exchange.getResponseBody();
    body.write(bytes, first, breaks ? count / 2 : count);
    body.flush();
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
