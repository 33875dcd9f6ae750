package io.updraft.device.dynamodb;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of a rollback in the table of updates. The rollbacks of an organization are listed by
 * the index {@code rollbacks}, spread over eight partitions by their ids.
 */
final class RollbackItems {
  /** Into how many partitions a list is spread. */
  static final int PARTS = 8;

  static final String INDEX = "rollbacks";

  private static final String ROLLBACK = "ROLLBACK";

  private RollbackItems() {}

  static Key key(String organization, String rollbackId) {
    return new Key(Key.join(organization, rollbackId), ROLLBACK);
  }

  /** The partition of the index. */
  static String list(String organization, int part) {
    return Key.join(organization, Integer.toString(part));
  }

  static Map<String, AttributeValue> toItem(Rollback r) {
    Key key = key(r.organization(), r.rollbackId());
    return Item.build()
        .text("pk", key.pk())
        .text("sk", key.sk())
        .text(
            "rollback_pk", list(r.organization(), Math.floorMod(r.rollbackId().hashCode(), PARTS)))
        .text("rollback_sk", r.rollbackId())
        .text("campaign_id", r.campaignId())
        .text("device_id", r.deviceId())
        .text("trigger", r.trigger().wireName())
        .text("reason", r.reason())
        .text("from_version", r.fromVersion())
        .text("to_version", r.toVersion())
        .text("status", r.status().wireName())
        .time("started_at", r.startedAt())
        .time("completed_at", r.completedAt())
        .text("error_message", r.errorMessage())
        .text("update_id", r.updateId())
        .attributes();
  }

  static Rollback read(Item item) {
    return new Rollback(
        organization(item),
        item.text("rollback_sk"),
        item.textOrNull("campaign_id"),
        item.text("device_id"),
        RollbackTrigger.ofWireName(item.text("trigger")),
        item.text("reason"),
        item.text("from_version"),
        item.text("to_version"),
        RollbackStatus.ofWireName(item.text("status")),
        item.time("started_at"),
        item.timeOrNull("completed_at"),
        item.textOrNull("error_message"),
        item.textOrNull("update_id"));
  }

  private static String organization(Item item) {
    String pk = item.text("pk");
    return pk.substring(0, pk.indexOf('#'));
  }
}
