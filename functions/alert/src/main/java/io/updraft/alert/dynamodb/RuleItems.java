package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.ConditionReader;
import io.updraft.alert.domain.ConditionReading;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rules as items of the rules table: {@code pk} is the organization, {@code sk} is {@code RULE#}
 * and the id. The condition is kept as its text, and read as callers' are.
 */
final class RuleItems {
  static final String PREFIX = "RULE#";

  private RuleItems() {}

  static Key key(String organization, RuleId id) {
    return new Key(organization, PREFIX + id);
  }

  /** The rule that the item holds. */
  static Rule read(Item item) {
    return new Rule(
        item.text("pk"),
        new RuleId(item.text("rule_id")),
        terms(item),
        item.flag("enabled"),
        item.text("created_by"),
        item.time("created_at"),
        item.time(item.has("edited_at") ? "edited_at" : "updated_at"),
        item.text("updated_by"),
        item.time("updated_at"),
        item.number("version"));
  }

  private static RuleTerms terms(Item item) {
    return new RuleTerms(
        item.text("name"),
        item.textOrNull("description"),
        item.text("metric_name"),
        condition(item.text("condition")),
        Duration.ofSeconds(item.number("evaluation_window")),
        Math.toIntExact(item.number("trigger_count")),
        Level.valueOf(item.text("level").toUpperCase(Locale.ROOT)),
        Duration.ofMinutes(item.number("cooldown_minutes")),
        item.flag("auto_resolve"),
        Duration.ofSeconds(item.number("auto_resolve_timeout")),
        devices(item),
        item.texts("notification_channels"));
  }

  static Condition condition(String text) {
    return switch (ConditionReader.read(text, null)) {
      case ConditionReading.Understood(Condition condition) -> condition;
      case ConditionReading.Wrong(String _, String message) ->
          throw new IllegalStateException("a stored condition " + message);
    };
  }

  private static RuleDevices devices(Item item) {
    return new RuleDevices(
        item.texts("device_ids"),
        item.texts("device_groups"),
        item.has("device_filters") ? FilterItem.read(item.map("device_filters")) : null);
  }

  /** The item that holds the rule. */
  static Map<String, AttributeValue> written(Rule rule) {
    Map<String, AttributeValue> item =
        new HashMap<>(key(rule.organization(), rule.id()).attributes());
    item.putAll(written(rule.terms()));
    item.putAll(written(rule.terms().devices()));
    item.putAll(history(rule));
    return item;
  }

  private static Map<String, AttributeValue> written(RuleTerms terms) {
    return Item.build()
        .text("name", terms.name())
        .text("description", terms.description())
        .text("metric_name", terms.metricName())
        .text("condition", terms.condition().text())
        .number("evaluation_window", terms.evaluationWindow().toSeconds())
        .number("trigger_count", terms.triggerCount())
        .text("level", terms.level().name().toLowerCase(Locale.ROOT))
        .number("cooldown_minutes", terms.cooldown().toMinutes())
        .flag("auto_resolve", terms.autoResolve())
        .number("auto_resolve_timeout", terms.autoResolveTimeout().toSeconds())
        .texts("notification_channels", terms.notificationChannels())
        .attributes();
  }

  private static Map<String, AttributeValue> written(RuleDevices devices) {
    Map<String, AttributeValue> item =
        new HashMap<>(
            Item.build()
                .texts("device_ids", devices.ids())
                .texts("device_groups", devices.groups())
                .attributes());
    if (devices.filter() != null) {
      item.putAll(
          Item.build().map("device_filters", FilterItem.written(devices.filter())).attributes());
    }
    return item;
  }

  private static Map<String, AttributeValue> history(Rule rule) {
    return Item.build()
        .text("rule_id", rule.id().text())
        .flag("enabled", rule.enabled())
        .text("created_by", rule.createdBy())
        .time("created_at", rule.createdAt())
        .text("updated_by", rule.updatedBy())
        .time("edited_at", rule.editedAt())
        .time("updated_at", rule.updatedAt())
        .number("version", rule.version())
        .attributes();
  }
}
