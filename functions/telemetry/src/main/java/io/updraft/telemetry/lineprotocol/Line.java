package io.updraft.telemetry.lineprotocol;

import io.updraft.telemetry.published.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line, read.
 *
 * @param fields at least one, in their order
 * @param time in the unit of the request, or null where there is none
 */
record Line(String measurement, Map<String, String> tags, List<Field> fields, @Nullable Long time) {
  Line {
    tags = Map.copyOf(tags);
    fields = List.copyOf(fields);
  }

  record Field(String key, Value value) {}
}
