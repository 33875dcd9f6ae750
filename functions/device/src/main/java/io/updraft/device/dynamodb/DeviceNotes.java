package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.RollbackEnd;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The notes that a device's item has of its unfinished updates: {@code inbox.FIRMWARE_ID}. They
 * make one unfinished update per device and firmware the rule, and a poll one small read.
 */
final class DeviceNotes {
  /** The value of the update is that of the condition. */
  private static final String COMPLETION =
      " ADD updates_successful :one SET firmware_version = :version, installed = :update";

  private final String table;

  DeviceNotes(String table) {
    this.table = table;
  }

  /**
   * Takes the place of the firmware in the device's inbox; for a rollback also the device's only
   * place for one.
   */
  Guarded taken(Update update) {
    Terms.Return rollback = update.assignment().terms().rollback();
    return rollback == null
        ? place(update, "", "", v -> v.number(":one", 1))
        : place(
            update,
            ", rollback_id = :rollback",
            " AND attribute_not_exists(rollback_id)",
            v -> v.number(":one", 1).text(":rollback", rollback.rollbackId()));
  }

  private Guarded place(
      Update update, String settings, String condition, Consumer<ItemBuilder> values) {
    return place(update, settings + " ADD updates_total :one", values, condition);
  }

  /** What the change means for the device, where it means something. */
  Optional<Guarded> changed(Update before, Update after, @Nullable String installedVersion) {
    if (before.status() == UpdateStatus.FAILED && after.status() == UpdateStatus.SCHEDULED) {
      return Optional.of(
          place(after, " ADD updates_failed :minus", v -> v.number(":minus", -1), ""));
    }
    if (before.status() == UpdateStatus.CREATED && after.status() == UpdateStatus.SCHEDULED) {
      return Optional.of(released(after.assignment()));
    }
    if (after.status().ended() && !before.status().ended()) {
      return Optional.of(freed(after, installedVersion));
    }
    return RollbackEnd.between(before, after).map(end -> rolledBack(after.assignment(), end));
  }

  /** A rollback whose retry lapsed: its note is gone since it failed. */
  private Guarded rolledBack(Assignment a, RollbackEnd end) {
    return Guarded.update(
            table, DeviceItems.key(a.organization(), a.deviceId()), "REMOVE rollback_id")
        .when("rollback_id = :rollback")
        .with(v -> v.text(":rollback", end.rollbackId()));
  }

  private Guarded place(
      Update update, String changes, Consumer<ItemBuilder> values, String condition) {
    String path = "inbox.#" + update.assignment().firmwareId();
    return Guarded.update(
            table,
            DeviceItems.key(update.assignment().organization(), update.assignment().deviceId()),
            "SET " + path + " = :note" + changes)
        .when("attribute_exists(pk) AND attribute_not_exists(" + path + ")" + condition)
        .with(v -> v.map(":note", note(update)))
        .with(values);
  }

  private static Map<String, AttributeValue> note(Update update) {
    Assignment a = update.assignment();
    return Item.build()
        .text("u", a.updateId())
        .text("c", a.campaignId())
        .text("p", a.priority().wireName())
        .flag("r", update.status() == UpdateStatus.SCHEDULED ? true : null)
        .attributes();
  }

  private Guarded released(Assignment a) {
    return own(a, "SET inbox.#" + a.firmwareId() + ".r = :yes").with(v -> v.flag(":yes", true));
  }

  private Guarded freed(Update update, @Nullable String installedVersion) {
    Assignment a = update.assignment();
    String removal = "REMOVE inbox.#" + a.firmwareId() + ", described" + endOfRollback(update);
    return switch (update.status()) {
      case COMPLETED ->
          own(a, removal + COMPLETION)
              .with(v -> v.number(":one", 1).text(":version", runs(a, installedVersion)));
      case FAILED -> own(a, removal + " ADD updates_failed :one").with(v -> v.number(":one", 1));
      default -> own(a, removal);
    };
  }

  private static String endOfRollback(Update update) {
    return update.assignment().takesBack() && update.settled() ? ", rollback_id" : "";
  }

  private static String runs(Assignment a, @Nullable String installedVersion) {
    return installedVersion == null ? a.firmwareVersion() : installedVersion;
  }

  private Guarded own(Assignment a, String expression) {
    return Guarded.update(table, DeviceItems.key(a.organization(), a.deviceId()), expression)
        .when("inbox.#" + a.firmwareId() + ".u = :update")
        .with(v -> v.text(":update", a.updateId()));
  }
}
