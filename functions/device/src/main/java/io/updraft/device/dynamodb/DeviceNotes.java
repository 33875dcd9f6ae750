package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
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
  private final String table;

  DeviceNotes(String table) {
    this.table = table;
  }

  /** Takes the place of the firmware in the device's inbox. */
  Guarded taken(Update update) {
    return place(update, "ADD updates_total :one", v -> v.number(":one", 1));
  }

  /** What the change means for the device, where it means something. */
  Optional<Guarded> changed(Update before, Update after, @Nullable String installedVersion) {
    if (before.status() == UpdateStatus.FAILED && after.status() == UpdateStatus.SCHEDULED) {
      return Optional.of(place(after, "ADD updates_failed :minus", v -> v.number(":minus", -1)));
    }
    if (before.status() == UpdateStatus.CREATED && after.status() == UpdateStatus.SCHEDULED) {
      return Optional.of(released(after.assignment()));
    }
    return after.status().ended() && !before.status().ended()
        ? Optional.of(freed(after, installedVersion))
        : Optional.empty();
  }

  private Guarded place(Update update, String counting, Consumer<ItemBuilder> values) {
    String path = "inbox.#" + update.assignment().firmwareId();
    return Guarded.update(
            table,
            DeviceItems.key(update.assignment().organization(), update.assignment().deviceId()),
            "SET " + path + " = :note " + counting)
        .when("attribute_exists(pk) AND attribute_not_exists(" + path + ")")
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
    String removal = "REMOVE inbox.#" + a.firmwareId();
    return switch (update.status()) {
      case COMPLETED ->
          own(a, removal + " ADD updates_successful :one SET firmware_version = :version")
              .with(v -> v.number(":one", 1).text(":version", runs(a, installedVersion)));
      case FAILED -> own(a, removal + " ADD updates_failed :one").with(v -> v.number(":one", 1));
      default -> own(a, removal);
    };
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
