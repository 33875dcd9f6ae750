package io.updraft.alert.figures;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.alert.domain.AlertCounts;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Totals;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of changes of the alerts table adds up to.
 *
 * @param batch names it, the same when it comes again
 * @param resolved how many alerts were resolved
 */
record Counted(
    String batch,
    Map<OfRule, Totals> triggers,
    Map<String, AlertCounts> alerts,
    Map<OfHour, Map<String, Long>> devices,
    long resolved) {
  Counted {
    triggers = Map.copyOf(triggers);
    alerts = Map.copyOf(alerts);
    devices = Map.copyOf(devices);
  }

  record OfRule(String organization, RuleId id) {}

  /** How many alerts there are more than before. */
  long triggered() {
    return triggers.values().stream().mapToLong(Totals::triggers).sum();
  }

  /** Since the epoch. */
  record OfHour(String organization, long hour) {}

  static Counted of(List<DynamodbStreamRecord> changes) {
    Map<OfRule, Totals> triggers = new HashMap<>();
    Map<String, AlertCounts> alerts = new HashMap<>();
    Map<OfHour, Map<String, Long>> devices = new HashMap<>();
    long resolved = 0;
    for (DynamodbStreamRecord change : changes) {
      Map<String, AttributeValue> now = change.getDynamodb().getNewImage();
      if (now != null && AlertId.parse(text(now, "sk")).isPresent()) {
        String organization = text(now, "organization");
        Map<String, AttributeValue> before = change.getDynamodb().getOldImage();
        alerts.merge(organization, counts(now).minus(counts(before)), AlertCounts::plus);
        if (isResolved(now) && (before == null || !isResolved(before))) {
          resolved++;
        }
        if (before == null) {
          OfRule rule = new OfRule(organization, new RuleId(text(now, "rule_id")));
          triggers.merge(rule, new Totals(1, at(now)), Totals::plus);
          devices
              .computeIfAbsent(hour(organization, at(now)), _ -> new HashMap<>())
              .merge(text(now, "device_id"), 1L, Long::sum);
        }
      }
    }
    alerts.values().removeIf(AlertCounts.NONE::equals);
    return new Counted(batch(changes), triggers, alerts, devices, resolved);
  }

  private static boolean isResolved(Map<String, AttributeValue> alert) {
    return status(alert) == AlertStatus.RESOLVED;
  }

  private static AlertStatus status(Map<String, AttributeValue> alert) {
    return AlertStatus.valueOf(text(alert, "status").toUpperCase(Locale.ROOT));
  }

  private static OfHour hour(String organization, Instant at) {
    return new OfHour(organization, at.getEpochSecond() / 3_600);
  }

  private static String batch(List<DynamodbStreamRecord> changes) {
    return changes.isEmpty() ? "" : changes.getFirst().getDynamodb().getSequenceNumber();
  }

  private static AlertCounts counts(@Nullable Map<String, AttributeValue> alert) {
    return alert == null
        ? AlertCounts.NONE
        : AlertCounts.of(
            status(alert), Level.valueOf(text(alert, "level").toUpperCase(Locale.ROOT)));
  }

  private static Instant at(Map<String, AttributeValue> alert) {
    return Instant.parse(text(alert, "triggered_at"));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).getS();
  }
}
