package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Stamps;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Definitions as items of the metrics table: {@code pk} is the organization, {@code sk} is {@code
 * METRIC#} and the name. Bounds are texts, because a double can be larger and smaller than a number
 * of DynamoDB.
 */
final class MetricItems {
  static final String PREFIX = "METRIC#";

  private MetricItems() {}

  /** What tells of every change of a definition. */
  static Stamps stamps(String table) {
    return new Stamps(table, "definitions");
  }

  static Key key(String organization, String name) {
    return new Key(organization, PREFIX + name);
  }

  /** The definition that the item holds. */
  static MetricDefinition read(Item item) {
    return new MetricDefinition(
        item.text("pk"),
        item.text("metric_id"),
        item.text("name"),
        DataType.valueOf(constant(item.text("data_type"))),
        MetricType.valueOf(constant(item.text("metric_type"))),
        item.textOrNull("description"),
        item.textOrNull("unit"),
        bound(item.textOrNull("min_value")),
        bound(item.textOrNull("max_value")),
        Math.toIntExact(item.number("retention_days")),
        Math.toIntExact(item.number("aggregation_interval")),
        item.flag("reject_out_of_range"),
        item.flag("deleted"),
        item.text("created_by"),
        item.time("created_at"),
        item.time("updated_at"),
        item.number("version"));
  }

  /**
   * The item that holds the definition.
   *
   * @param updatedBy who made its latest change
   */
  static Map<String, AttributeValue> written(MetricDefinition definition, String updatedBy) {
    Map<String, AttributeValue> item =
        new HashMap<>(key(definition.organization(), definition.name()).attributes());
    item.putAll(terms(definition));
    item.putAll(history(definition, updatedBy));
    return item;
  }

  private static Map<String, AttributeValue> terms(MetricDefinition definition) {
    return Item.build()
        .text("metric_id", definition.metricId())
        .text("name", definition.name())
        .text("data_type", wireName(definition.dataType()))
        .text("metric_type", wireName(definition.metricType()))
        .text("description", definition.description())
        .text("unit", definition.unit())
        .text("min_value", text(definition.minValue()))
        .text("max_value", text(definition.maxValue()))
        .number("retention_days", definition.retentionDays())
        .number("aggregation_interval", definition.aggregationInterval())
        .flag("reject_out_of_range", definition.rejectOutOfRange())
        .attributes();
  }

  private static Map<String, AttributeValue> history(
      MetricDefinition definition, String updatedBy) {
    return Item.build()
        .flag("deleted", definition.deleted())
        .text("created_by", definition.createdBy())
        .time("created_at", definition.createdAt())
        .text("updated_by", updatedBy)
        .time("updated_at", definition.updatedAt())
        .number("version", definition.version())
        .attributes();
  }

  private static @Nullable Double bound(@Nullable String text) {
    return text == null ? null : Double.valueOf(text);
  }

  private static @Nullable String text(@Nullable Double bound) {
    return bound == null ? null : bound.toString();
  }

  private static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String constant(String wireName) {
    return wireName.toUpperCase(Locale.ROOT);
  }
}
