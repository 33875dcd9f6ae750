package io.updraft.telemetry.json;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Data points as lines of RFC 4180. Tags are {@code name=value}, with semicolons between them.
 * Values are those that were sent, also a text that a spreadsheet would take for a formula.
 */
public final class CsvLine {
  public static final String HEAD = "timestamp,device_id,metric_name,value,unit,tags\r\n";

  private CsvLine() {}

  public static void append(StringBuilder csv, String device, String metric, DataPoint point) {
    csv.append(Times.text(point.time()))
        .append(',')
        .append(field(device))
        .append(',')
        .append(field(metric))
        .append(',')
        .append(value(point.value()))
        .append(',')
        .append(unit(point))
        .append(',')
        .append(field(tags(point.circumstances().tags())))
        .append("\r\n");
  }

  private static String unit(DataPoint point) {
    String unit = point.circumstances().unit();
    return unit == null ? "" : field(unit);
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Exact(var number) -> number.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Text(String text) -> field(text);
      case Value.Json(String json) -> field(json);
    };
  }

  private static String tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(";"));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
