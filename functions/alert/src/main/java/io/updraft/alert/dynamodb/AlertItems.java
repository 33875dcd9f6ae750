package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Cause;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Marks;
import io.updraft.alert.domain.RuleId;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Alerts as items of the alerts table; see {@link AlertKeys}. */
final class AlertItems {
  private AlertItems() {}

  static Alert read(Item item) {
    return new Alert(
        item.text("organization"),
        new AlertId(item.text("sk")),
        cause(item),
        item.text("device_id"),
        course(item),
        AlertStatus.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
        marks(item),
        item.number("version"));
  }

  private static Cause cause(Item item) {
    return new Cause(
        new RuleId(item.text("rule_id")),
        item.text("rule_name"),
        item.text("metric_name"),
        RuleItems.condition(item.text("condition")),
        Level.valueOf(item.text("level").toUpperCase(Locale.ROOT)),
        item.texts("notification_channels"),
        item.has("auto_resolve_timeout")
            ? Duration.ofSeconds(item.number("auto_resolve_timeout"))
            : null);
  }

  private static Course course(Item item) {
    return new Course(
        item.time("triggered_at"),
        item.number("first_violation"),
        item.number("last_violation"),
        item.number("violations"),
        item.text("current_value"));
  }

  static Marks marks(Item item) {
    return new Marks(
        mark(item, "acknowledged"),
        mark(item, "suppressed"),
        item.timeOrNull("suppressed_until"),
        mark(item, "unsuppressed"),
        mark(item, "resolved"));
  }

  private static @Nullable Mark mark(Item item, String name) {
    Item mark = item.map(name);
    return mark.has("by")
        ? new Mark(mark.text("by"), mark.time("at"), mark.textOrNull("note"))
        : null;
  }

  /** A new alert, in all indexes. */
  static Map<String, AttributeValue> written(Alert alert) {
    Key key = AlertKeys.alert(alert.organization(), alert.id());
    Map<String, AttributeValue> item = new HashMap<>(key.attributes());
    item.putAll(cause(alert.cause()));
    item.putAll(course(alert.course()));
    item.putAll(due(key, alert.due()));
    item.putAll(
        Item.build()
            .text("organization", alert.organization())
            .text("device_id", alert.deviceId())
            .text("status", status(alert.status()))
            .number("version", alert.version())
            .text("device_pk", AlertKeys.device(alert.organization(), alert.deviceId()))
            .text("device_sk", alert.id().text())
            .text("open_pk", key.pk())
            .text("open_sk", alert.id().text())
            .attributes());
    return item;
  }

  private static Map<String, AttributeValue> cause(Cause cause) {
    Duration autoResolve = cause.autoResolve();
    return Item.build()
        .text("rule_id", cause.ruleId().text())
        .text("rule_name", cause.ruleName())
        .text("metric_name", cause.metricName())
        .text("condition", cause.condition().text())
        .text("level", cause.level().name().toLowerCase(Locale.ROOT))
        .texts("notification_channels", cause.notificationChannels())
        .number("auto_resolve_timeout", autoResolve == null ? null : autoResolve.toSeconds())
        .attributes();
  }

  private static Map<String, AttributeValue> course(Course course) {
    return Item.build()
        .time("triggered_at", course.triggeredAt())
        .number("first_violation", course.first())
        .number("last_violation", course.last())
        .number("violations", course.violations())
        .text("current_value", course.currentValue())
        .attributes();
  }

  static Map<String, AttributeValue> mark(Mark mark) {
    return Item.build()
        .text("by", mark.by())
        .time("at", mark.at())
        .text("note", mark.note())
        .attributes();
  }

  static String status(AlertStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, AttributeValue> due(Key key, @Nullable Instant due) {
    return due == null
        ? Map.of()
        : Item.build()
            .text("due_pk", AlertKeys.duePart(key))
            .text("due_sk", AlertKeys.dueAt(due))
            .attributes();
  }
}
