package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the table of scenarios that the tests of alerts have: a rule, what happens, and the
 * alerts that there are in the end. Times are seconds.
 */
record AlertScenario(String name, ObjectNode rule, List<String> steps, List<String> alerts) {
  private static final Path TABLE = Path.of("functions/alert/src/test/resources/scenarios.json");

  /** Those that need no clock that can be moved. */
  static List<AlertScenario> all() throws IOException {
    List<AlertScenario> all = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(ProjectFiles.root().resolve(TABLE).toFile())) {
      if (!row.path("clock").booleanValue()) {
        all.add(of(row));
      }
    }
    return all;
  }

  private static AlertScenario of(JsonNode row) {
    return new AlertScenario(
        row.path("name").textValue(),
        (ObjectNode) row.path("rule"),
        texts(row.path("steps")),
        texts(row.path("alerts")));
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::textValue).toList();
  }
}
