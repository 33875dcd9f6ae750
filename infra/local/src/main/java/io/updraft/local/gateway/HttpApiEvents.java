package io.updraft.local.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.updraft.local.lambda.Json;
import io.updraft.template.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the events that an HTTP API gives to functions and authorizers, in format 2.0. */
final class HttpApiEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ACCOUNT = "000000000000";
  private static final String API = "local";
  private static final String STAGE = "$default";

  private HttpApiEvents() {}

  /**
   * The event of a route's function.
   *
   * @param authorizerContext the authorizer's {@code context} as JSON; empty without authorizer
   */
  static byte[] invocation(HttpRequest request, RouteTable.Match match, String authorizerContext) {
    return write(
        json -> {
          json.writeStringField("version", "2.0");
          writeRequest(json, request, match, authorizerContext);
          writeBody(json, request);
        });
  }

  /** The event of an authorizer. */
  static byte[] authorization(HttpRequest request, RouteTable.Match match, String identity) {
    return write(
        json -> {
          json.writeStringField("version", "2.0");
          json.writeStringField("type", "REQUEST");
          json.writeStringField("routeArn", routeArn(match.route()));
          writeTexts(json, "identitySource", List.of(identity));
          writeRequest(json, request, match, "");
        });
  }

  private static String routeArn(Route route) {
    return "arn:aws:execute-api:us-east-1:%s:%s/%s/%s"
        .formatted(ACCOUNT, API, STAGE, route.key().replaceFirst(" /", "/"));
  }

  private static void writeRequest(
      JsonGenerator json, HttpRequest request, RouteTable.Match match, String authorizerContext)
      throws IOException {
    json.writeStringField("routeKey", match.route().key());
    json.writeStringField("rawPath", request.rawPath());
    json.writeStringField("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      writeTexts(json, "cookies", request.cookies());
    }
    writeMap(json, "headers", request.headers());
    if (!request.query().isEmpty()) {
      writeMap(json, "queryStringParameters", request.query());
    }
    if (!match.pathParameters().isEmpty()) {
      writeMap(json, "pathParameters", match.pathParameters());
    }
    writeContext(json, request, match.route(), authorizerContext);
  }

  private static void writeContext(
      JsonGenerator json, HttpRequest request, Route route, String authorizerContext)
      throws IOException {
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("accountId", ACCOUNT);
    json.writeStringField("apiId", API);
    if (!authorizerContext.isEmpty()) {
      json.writeObjectFieldStart("authorizer");
      json.writeFieldName("lambda");
      json.writeRawValue(authorizerContext);
      json.writeEndObject();
    }
    json.writeStringField("domainName", request.domainName());
    json.writeStringField("domainPrefix", request.domainName().replaceFirst("\\..*", ""));
    writeHttp(json, request);
    json.writeStringField("requestId", request.id());
    json.writeStringField("routeKey", route.key());
    json.writeStringField("stage", STAGE);
    json.writeStringField("time", TIME.format(request.time()));
    json.writeNumberField("timeEpoch", request.time().toEpochMilli());
    json.writeEndObject();
  }

  private static void writeHttp(JsonGenerator json, HttpRequest request) throws IOException {
    json.writeObjectFieldStart("http");
    json.writeStringField("method", request.method());
    json.writeStringField("path", request.rawPath());
    json.writeStringField("protocol", request.protocol());
    json.writeStringField("sourceIp", request.sourceIp());
    json.writeStringField("userAgent", request.header("user-agent"));
    json.writeEndObject();
  }

  private static void writeBody(JsonGenerator json, HttpRequest request) throws IOException {
    if (request.body().length == 0) {
      json.writeBooleanField("isBase64Encoded", false);
      return;
    }
    Optional<String> text = text(request);
    json.writeStringField(
        "body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
    json.writeBooleanField("isBase64Encoded", text.isEmpty());
  }

  /** The body as text; empty where it is none, or only claims to be. */
  private static Optional<String> text(HttpRequest request) {
    if (!MediaTypes.isText(request.header("content-type"), request.header("content-encoding"))) {
      return Optional.empty();
    }
    try {
      // Strictly: a replaced character would be stored as if the client had sent it.
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body()));
      return Optional.of(text.toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static void writeMap(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var entry : values.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static byte[] write(Content content) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(2_048);
        JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
