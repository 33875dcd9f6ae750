package io.updraft.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One row of {@code scenarios.json}: a rule, what happens, and the alerts that there are in the
 * end. Times are seconds.
 *
 * <p>Steps: {@code TIME VALUE; TIME VALUE} is one batch of a device, {@code other: } before it
 * makes it that of another; {@code again} delivers the last batch once more; {@code acknowledge},
 * {@code resolve}, {@code suppress SECONDS} move the latest alert; {@code disable}, {@code enable},
 * {@code delete} change the rule; {@code sweep TIME} lets the sweep run at that time.
 *
 * @param clock whether it needs a clock that can be moved
 */
record Scenario(
    String name, ObjectNode rule, List<String> steps, List<String> alerts, boolean clock) {
  static List<Scenario> all() {
    try (InputStream file = Scenario.class.getResourceAsStream("/scenarios.json")) {
      List<Scenario> all = new ArrayList<>();
      new ObjectMapper().readTree(Objects.requireNonNull(file)).forEach(row -> all.add(of(row)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario of(JsonNode row) {
    return new Scenario(
        row.path("name").textValue(),
        (ObjectNode) row.path("rule"),
        texts(row.path("steps")),
        texts(row.path("alerts")),
        row.path("clock").booleanValue());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return List.copyOf(texts);
  }

  @Override
  public String toString() {
    return name;
  }
}
