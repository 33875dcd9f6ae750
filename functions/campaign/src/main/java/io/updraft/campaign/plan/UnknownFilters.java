package io.updraft.campaign.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.Json;
import java.util.Map;
import java.util.Set;

/**
 * Refuses filters that nobody knows. Elsewhere an unknown field is ignored; here ignoring a
 * misspelt filter would widen the campaign to devices that were meant to be left alone.
 */
final class UnknownFilters {
  private static final String FILTERS = "target_filters";
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "hardware_version_min",
          "hardware_version_max",
          "firmware_version",
          "firmware_version_min",
          "firmware_version_max",
          "owner",
          "attributes",
          "query");

  private UnknownFilters() {}

  static void refuse(HttpRequest request, Fields fields) {
    if (fields.has(FILTERS)) {
      Json.read(request.body()).path(FILTERS).properties().stream()
          .map(Map.Entry<String, JsonNode>::getKey)
          .filter(name -> !KNOWN.contains(name))
          .forEach(name -> fields.reject(FILTERS + "." + name, "is no filter"));
    }
  }
}
