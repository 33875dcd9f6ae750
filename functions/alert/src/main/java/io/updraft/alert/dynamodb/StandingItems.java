package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How rules stand with devices, as items of the alerts table. */
final class StandingItems {
  /** Points are taken in that are 90 days old. */
  private static final long KEPT_DAYS = 90;

  private StandingItems() {}

  static Standing read(Item item) {
    return new Standing(
        item.number("rule_version"),
        item.optionalText("open").map(AlertId::new).orElse(null),
        item.numberOr("after", Long.MIN_VALUE),
        item.texts("times").stream().map(Long::valueOf).toList(),
        item.number("revision"));
  }

  /**
   * Writes it, one revision further; one with an open alert is kept until that is resolved.
   *
   * @param now when it is written
   */
  static Guarded write(String table, Place place, Standing standing, Instant now) {
    AlertId open = standing.open();
    Map<String, AttributeValue> item = new HashMap<>(AlertKeys.standing(place).attributes());
    item.putAll(
        Item.build()
            .number("rule_version", standing.ruleVersion())
            .text("open", open == null ? null : open.text())
            .number("after", standing.after() == Long.MIN_VALUE ? null : standing.after())
            .texts("times", standing.times().stream().map(String::valueOf).toList())
            .number("revision", standing.revision() + 1)
            .number("expires_at", open == null ? expiry(now) : null)
            .attributes());
    return standing.revision() == 0
        ? Guarded.create(table, item)
        : Guarded.put(table, item)
            .when("revision = :revision")
            .with(v -> v.number(":revision", standing.revision()));
  }

  /** Makes room for the next alert; what is not later than the time belongs to the one before. */
  static Guarded resolved(String table, Place place, AlertId alert, long after, Instant now) {
    return Guarded.update(
            table,
            AlertKeys.standing(place),
            "SET #after = :after, revision = revision + :one, expires_at = :expiry REMOVE #open")
        .when("#open = :alert")
        .with(v -> v.number(":after", after).number(":one", 1).number(":expiry", expiry(now)))
        .with(v -> v.text(":alert", alert.text()));
  }

  private static Long expiry(Instant now) {
    return now.plus(KEPT_DAYS, ChronoUnit.DAYS).getEpochSecond();
  }
}
