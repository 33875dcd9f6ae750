package io.updraft.telemetry.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.Json;
import java.nio.charset.StandardCharsets;

/** A place on the earth, as the value of a data point. */
final class Position {
  private Position() {}

  /** Whether the object has a latitude and a longitude in degrees, whatever else it has. */
  static boolean isOne(String json) {
    JsonNode object = Json.read(json.getBytes(StandardCharsets.UTF_8));
    return within(object.path("latitude"), 90) && within(object.path("longitude"), 180);
  }

  private static boolean within(JsonNode degrees, double most) {
    return degrees.isNumber() && Math.abs(degrees.doubleValue()) <= most;
  }
}
