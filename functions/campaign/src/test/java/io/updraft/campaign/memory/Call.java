package io.updraft.campaign.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;

/** A call of a function by an event of payload format 2.0. */
public final class Call {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode event = MAPPER.createObjectNode();

  private Call(String routeKey) {
    event.put("version", "2.0").put("rawPath", "/").put("isBase64Encoded", false);
    event.putObject("headers").put("content-type", "application/json");
    event.putObject("pathParameters");
    event.putObject("queryStringParameters");
    event.putObject("requestContext").put("requestId", "req-1").put("routeKey", routeKey);
  }

  /** By an operator of {@link Examples#ORGANIZATION}. */
  public static Call of(String routeKey) {
    return new Call(routeKey).by(Examples.ORGANIZATION, Role.OPERATOR);
  }

  public Call by(String organization, Role role) {
    Caller caller =
        new Caller(
            organization,
            "olga",
            Set.of(role),
            null,
            Set.of(),
            Instant.parse("2100-01-01T00:00:00Z"));
    ((ObjectNode) event.path("requestContext"))
        .putObject("authorizer")
        .set("lambda", MAPPER.valueToTree(CallerContext.write(caller)));
    return this;
  }

  public Call campaign(String campaignId) {
    ((ObjectNode) event.path("pathParameters")).put("campaign_id", campaignId);
    return this;
  }

  public Call query(String name, String value) {
    ((ObjectNode) event.path("queryStringParameters")).put(name, value);
    return this;
  }

  /** A JSON body, for legibility with single quotes. */
  public Call body(String json) {
    event.put("body", json.replace('\'', '"'));
    return this;
  }

  /** What was answered. */
  public record Answer(int status, JsonNode json) {
    public String text(String field) {
      return json.path(field).asText();
    }
  }

  public Answer to(HttpFunction function) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)), out, TestContext.get());
      JsonNode answer = MAPPER.readTree(out.toByteArray());
      return new Answer(
          answer.path("statusCode").asInt(), MAPPER.readTree(answer.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
