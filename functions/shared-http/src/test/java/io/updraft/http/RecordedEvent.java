package io.updraft.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An event of the HTTP API as recorded, to be varied by a test and sent to a function. */
final class RecordedEvent {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode json;

  private RecordedEvent(ObjectNode json) {
    this.json = json;
  }

  static RecordedEvent named(String name) {
    try (InputStream in =
        requireNonNull(RecordedEvent.class.getResourceAsStream("/events/" + name + ".json"))) {
      return new RecordedEvent((ObjectNode) MAPPER.readTree(in));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  RecordedEvent calledBy(Map<String, Object> callerContext) {
    ((ObjectNode) json.path("requestContext"))
        .putObject("authorizer")
        .set("lambda", MAPPER.valueToTree(callerContext));
    return this;
  }

  /** As on a domain with mutual TLS. */
  RecordedEvent certificate(String subject) {
    ((ObjectNode) json.path("requestContext"))
        .putObject("authentication")
        .putObject("clientCert")
        .put("subjectDN", subject)
        .put("issuerDN", "CN=Fleet CA,O=Acme")
        .put("serialNumber", "a1:a1");
    return this;
  }

  RecordedEvent route(String routeKey) {
    ((ObjectNode) json.path("requestContext")).put("routeKey", routeKey);
    return this;
  }

  RecordedEvent at(String path) {
    json.put("rawPath", path);
    return this;
  }

  RecordedEvent header(String name, String value) {
    ((ObjectNode) json.path("headers")).put(name, value);
    return this;
  }

  RecordedEvent query(String name, String value) {
    ((ObjectNode) json.path("queryStringParameters")).put(name, value);
    return this;
  }

  RecordedEvent body(String text) {
    json.put("body", text).put("isBase64Encoded", false);
    return this;
  }

  RecordedEvent body(byte[] bytes) {
    json.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
    return this;
  }

  Answer sentTo(HttpFunction function) {
    return send(function, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Answer send(HttpFunction function, byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(event), out, new TestContext());
      return new Answer(MAPPER.readTree(out.toByteArray()));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
