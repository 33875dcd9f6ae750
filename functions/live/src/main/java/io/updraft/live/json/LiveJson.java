package io.updraft.live.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.live.domain.Alert;
import io.updraft.live.domain.Content;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.domain.Point;
import io.updraft.live.domain.SubscriptionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages of the live queue, and content that is held back, as JSON. News: {@code organization},
 * {@code data_points}, {@code alerts}; a flush: {@code organization}, {@code flush} (a
 * subscription), {@code due} (milliseconds).
 */
public final class LiveJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String POINTS = "data_points";
  private static final String ALERTS = "alerts";

  private LiveJson() {}

  /** News of objects that are JSON already. */
  public static String news(String organization, List<String> points, List<String> alerts) {
    String named = MAPPER.getNodeFactory().textNode(organization).toString();
    return "{\"organization\":" + named + "," + members(points, alerts) + "}";
  }

  public static String content(Content content) {
    List<String> points = content.points().stream().map(Point::json).toList();
    List<String> alerts = content.alerts().stream().map(Alert::json).toList();
    return "{" + members(points, alerts) + "}";
  }

  private static String members(List<String> points, List<String> alerts) {
    return "\"%s\":[%s],\"%s\":[%s]"
        .formatted(POINTS, String.join(",", points), ALERTS, String.join(",", alerts));
  }

  public static String flush(LiveMessage.Flush flush) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("organization", flush.organization())
        .put("flush", flush.subscription().text())
        .put("due", flush.due().toEpochMilli());
    return json.toString();
  }

  /**
   * A message of the queue.
   *
   * @throws IllegalArgumentException for what is none
   */
  public static LiveMessage message(String body) {
    JsonNode json = tree(body);
    String organization = text(json, "organization");
    return json.has("flush")
        ? new LiveMessage.Flush(
            organization,
            new SubscriptionId(text(json, "flush")),
            Instant.ofEpochMilli(json.path("due").asLong()))
        : new LiveMessage.News(organization, content(json));
  }

  /**
   * Content that was held back.
   *
   * @throws IllegalArgumentException for what is none
   */
  public static Content content(String text) {
    return content(tree(text));
  }

  private static Content content(JsonNode json) {
    List<Point> points = new ArrayList<>();
    json.path(POINTS).forEach(point -> points.add(point(point)));
    List<Alert> alerts = new ArrayList<>();
    json.path(ALERTS).forEach(alert -> alerts.add(alert(alert)));
    return new Content(points, alerts);
  }

  private static Point point(JsonNode json) {
    Map<String, String> tags = new HashMap<>();
    json.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return new Point(
        new Point.Series(text(json, "device_id"), text(json, "metric_name"), tags),
        time(json),
        json.toString());
  }

  private static Instant time(JsonNode point) {
    try {
      return Instant.parse(text(point, "timestamp"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("timestamp is no time", e);
    }
  }

  private static Alert alert(JsonNode json) {
    JsonNode metric = json.path("metric_name");
    return new Alert(
        text(json, "device_id"), metric.isTextual() ? metric.textValue() : null, json.toString());
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is missing or not a text");
    }
    return value.textValue();
  }
}
