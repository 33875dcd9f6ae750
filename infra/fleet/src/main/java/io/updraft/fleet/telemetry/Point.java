package io.updraft.fleet.telemetry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One value at one time, as a device sends it. */
public record Point(String metric, Instant time, Object value, String unit) {

  /** Its fields as the API takes them. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", time.toString());
    fields.put("metric_name", metric);
    fields.put("value", value);
    if (!unit.isEmpty()) {
      fields.put("unit", unit);
    }
    return fields;
  }
}
