package io.updraft.fleet.telemetry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be wrong with a point, so that it is refused whatever is defined for its metric. */
enum Flaw {
  VALUE_MISSING,
  TIME_WITHOUT_OFFSET,
  /** What a sensor without a reading sends where JSON knows no NaN. */
  NUMBER_BEYOND_A_DOUBLE;

  private static final BigDecimal BEYOND = new BigDecimal("1E+999");

  /** The fields of the point with this flaw. */
  Map<String, Object> spoil(Point point) {
    Map<String, Object> fields = new LinkedHashMap<>(point.fields());
    switch (this) {
      case VALUE_MISSING -> fields.remove("value");
      case TIME_WITHOUT_OFFSET -> fields.put("timestamp", withoutOffset(point));
      case NUMBER_BEYOND_A_DOUBLE -> fields.put("value", BEYOND);
    }
    return fields;
  }

  private static String withoutOffset(Point point) {
    String time = point.time().toString();
    return time.substring(0, time.length() - 1);
  }
}
