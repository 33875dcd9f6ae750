package io.updraft.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes the events that a WebSocket API gives to functions, about one connection. */
final class SocketEvents {
  static final String CONNECT = "$connect";
  static final String DISCONNECT = "$disconnect";
  static final String DEFAULT = "$default";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HttpRequest request;
  private final String stage;
  private final String connectionId;

  /**
   * @param request by which the connection was asked for
   */
  SocketEvents(HttpRequest request, String stage, String connectionId) {
    this.request = request;
    this.stage = stage;
    this.connectionId = connectionId;
  }

  String connectionId() {
    return connectionId;
  }

  HttpRequest request() {
    return request;
  }

  byte[] connect() {
    ObjectNode event = Json.MAPPER.createObjectNode();
    texts(event, "headers", request.headers());
    lists(event, "multiValueHeaders", request.headers());
    if (!request.query().isEmpty()) {
      texts(event, "queryStringParameters", request.query());
      lists(event, "multiValueQueryStringParameters", request.query());
    }
    context(event, CONNECT, "CONNECT");
    return written(event);
  }

  byte[] message(String text) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    context(event, DEFAULT, "MESSAGE").put("messageId", UUID.randomUUID().toString());
    event.put("body", text);
    return written(event);
  }

  byte[] disconnect(int status, String reason) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    context(event, DISCONNECT, "DISCONNECT")
        .put("disconnectStatusCode", status)
        .put("disconnectReason", reason);
    return written(event);
  }

  private ObjectNode context(ObjectNode event, String route, String type) {
    Instant now = Instant.now();
    ObjectNode context = event.putObject("requestContext");
    context
        .put("routeKey", route)
        .put("eventType", type)
        .put("messageDirection", "IN")
        .put("stage", stage)
        .put("connectionId", connectionId)
        .put("connectedAt", request.time().toEpochMilli())
        .put("requestTime", TIME.format(now))
        .put("requestTimeEpoch", now.toEpochMilli())
        .put("requestId", UUID.randomUUID().toString())
        .put("extendedRequestId", request.id())
        .put("domainName", request.domainName())
        .put("apiId", "local");
    context
        .putObject("identity")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent"));
    return context;
  }

  private static void texts(ObjectNode event, String name, Map<String, String> values) {
    ObjectNode texts = event.putObject(name);
    values.forEach(texts::put);
  }

  private static void lists(ObjectNode event, String name, Map<String, String> values) {
    ObjectNode lists = event.putObject(name);
    values.forEach((key, value) -> lists.putArray(key).add(value));
  }

  private static byte[] written(ObjectNode event) {
    return Json.bytes(event.put("isBase64Encoded", false));
  }
}
