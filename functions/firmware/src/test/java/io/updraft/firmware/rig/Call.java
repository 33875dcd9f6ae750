package io.updraft.firmware.rig;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.http.HttpFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A recorded event of the HTTP API, varied, and sent to a function. */
public final class Call {
  static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode event;

  private Call(String routeKey) {
    try (InputStream in = requireNonNull(Call.class.getResourceAsStream("/events/http-api.json"))) {
      this.event = (ObjectNode) MAPPER.readTree(in);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
    context().put("routeKey", routeKey);
    event.put("routeKey", routeKey).put("body", "");
    as("firmware_manager");
    authorizer().put("expires_at", "4102444800");
  }

  /** A call of a route by a firmware manager of the organization acme, without a body. */
  public static Call of(String routeKey) {
    return new Call(routeKey);
  }

  public Call as(String roles) {
    authorizer().put("roles", roles);
    return this;
  }

  public Call from(String organization) {
    authorizer().put("organization", organization);
    return this;
  }

  public Call path(String name, String value) {
    event.withObject("/pathParameters").put(name, value);
    return this;
  }

  public Call query(String name, String value) {
    event.withObject("/queryStringParameters").put(name, value);
    return this;
  }

  public Call json(Object body) {
    return body("application/json", MAPPER.valueToTree(body).toString());
  }

  public Call body(String contentType, String text) {
    event.withObject("/headers").put("content-type", contentType);
    event.put("body", text);
    return this;
  }

  /** As multipart with the parts {@code metadata} and {@code file}. */
  public Call multipart(Map<String, ?> metadata, String filename, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        utf8(
            "--b0undary\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + MAPPER.valueToTree(metadata)
                + "\r\n--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + filename
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes(utf8("\r\n--b0undary--\r\n"));
    event.withObject("/headers").put("content-type", "multipart/form-data; boundary=b0undary");
    event.put("body", Base64.getEncoder().encodeToString(body.toByteArray()));
    event.put("isBase64Encoded", true);
    return this;
  }

  public Answer to(HttpFunction function) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(utf8(event.toString())), out, new TestContext());
      return Answer.of(MAPPER.readTree(out.toByteArray()));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /**
   * What a function answered.
   *
   * @param body a missing node where there is none
   */
  public record Answer(int status, JsonNode body) {
    static Answer of(JsonNode answer) {
      try {
        JsonNode body = MAPPER.readTree(answer.path("body").asText());
        return new Answer(answer.path("statusCode").asInt(), body);
      } catch (IOException wrong) {
        throw new UncheckedIOException(wrong);
      }
    }

    public String text(String name) {
      return body.path(name).asText();
    }

    /** The names of all wrong fields. */
    public List<String> wrongFields() {
      return body.path("errors").findValuesAsText("field");
    }
  }

  private ObjectNode context() {
    return event.withObject("/requestContext");
  }

  private ObjectNode authorizer() {
    return event.withObject("/requestContext/authorizer/lambda");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
