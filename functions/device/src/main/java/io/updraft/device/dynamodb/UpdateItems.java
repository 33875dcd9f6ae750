package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Progress;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Validation;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of an update: under 1 KB, so that a report costs one write unit, or two in a
 * transaction; times are therefore epoch milliseconds. Commands are an item of their own beside it.
 */
final class UpdateItems {
  private static final String UPDATE = "UPDATE";

  private UpdateItems() {}

  static Key key(String organization, String updateId) {
    return new Key(Key.join(organization, updateId), UPDATE);
  }

  static boolean isUpdate(Item item) {
    return item.text("sk").equals(UPDATE);
  }

  static Map<String, AttributeValue> toItem(Update update) {
    Assignment a = update.assignment();
    ItemBuilder item = Item.build();
    item.text("pk", Key.join(a.organization(), a.updateId())).text("sk", UPDATE);
    writeAssignment(item, a);
    writeCourse(item, update.course());
    writeIndexes(item, update);
    return item.attributes();
  }

  private static void writeAssignment(ItemBuilder item, Assignment a) {
    item.text("device_id", a.deviceId())
        .text("firmware_id", a.firmwareId())
        .text("firmware_version", a.firmwareVersion())
        .text("campaign_id", a.campaignId())
        .number("shard", a.shard())
        .text("priority", a.priority().wireName())
        .text("from_version", a.fromVersion())
        .number("timeout", a.timeout().toSeconds())
        .number("max_retries", a.maxRetries())
        .flag("validated", a.deviceValidated())
        .flag("forced", a.validation() == Validation.EXISTENCE ? true : null)
        .number("created_at", a.createdAt().toEpochMilli())
        .text("created_by", a.createdBy());
    TermsItem.write(item, a.terms());
  }

  private static void writeCourse(ItemBuilder item, Course c) {
    item.text("status", c.status().wireName())
        .decimal("overall", c.progress().overall())
        .decimal("download", c.progress().download())
        .decimal("install", c.progress().install())
        .map("phases", phases(c))
        .number("timeout_at", millis(c.timeoutAt()))
        .text("rollback_due", c.rollbackDue() == null ? null : c.rollbackDue().wireName())
        .flag("silent", c.silent() ? true : null)
        .flag("downloaded", c.downloaded() ? true : null)
        .text("cancel_reason", c.cancelReason())
        .text("error_code", c.errorCode())
        .text("error_message", c.errorMessage())
        .flag("checksum_ok", c.checksumVerified())
        .flag("signature_ok", c.signatureVerified())
        .number("retry_count", c.retryCount())
        .number("sequence", c.sequence())
        .number("revision", c.revision())
        .number("updated_at", c.updatedAt().toEpochMilli());
  }

  /** Entries exist only while they are of use: an ended update is in no index but its device's. */
  private static void writeIndexes(ItemBuilder item, Update update) {
    Assignment a = update.assignment();
    item.text("device_pk", Key.join(a.organization(), a.deviceId()));
    item.text("device_sk", a.updateId());
    Instant due = update.course().dueAt();
    if (due != null) {
      item.text("due_pk", duePart(Outstanding.any(update), a.shard() % UpdateIndex.DUE_PARTS));
      item.text("due_sk", Key.join(ItemBuilder.sortable(due), a.updateId()));
    }
    if (!a.gated() && !update.status().ended()) {
      item.text("single_pk", Key.join(a.organization(), a.firmwareId()));
      item.text("single_sk", a.updateId());
    }
  }

  /** What waits for the device service lies apart: however slow that is, it delays nothing else. */
  static String duePart(boolean atService, int part) {
    return Key.join(atService ? "SERVICE" : "DUE", Integer.toString(part));
  }

  static UpdateRef ref(Item item) {
    String[] parts = item.text("pk").split("#", 2);
    return new UpdateRef(parts[0], parts[1]);
  }

  static Update toUpdate(Item item) {
    return new Update(readAssignment(item), readCourse(item));
  }

  private static Assignment readAssignment(Item item) {
    UpdateRef ref = ref(item);
    return new Assignment(
        ref.organization(),
        ref.updateId(),
        item.text("device_id"),
        item.text("firmware_id"),
        item.text("firmware_version"),
        item.textOrNull("campaign_id"),
        (int) item.number("shard"),
        Priority.ofWireName(item.text("priority")),
        item.textOrNull("from_version"),
        Duration.ofSeconds(item.number("timeout")),
        (int) item.number("max_retries"),
        readValidation(item),
        Instant.ofEpochMilli(item.number("created_at")),
        item.text("created_by"),
        TermsItem.read(item));
  }

  private static Validation readValidation(Item item) {
    Validation open = item.flag("forced") ? Validation.EXISTENCE : Validation.FITNESS;
    return item.flag("validated") ? Validation.DONE : open;
  }

  private static Course readCourse(Item item) {
    return new Course(
        UpdateStatus.ofWireName(item.text("status")),
        new Progress(
            item.decimalOr("overall", 0),
            item.decimalOr("download", 0),
            item.decimalOr("install", 0)),
        readPhases(item.map("phases")),
        timeOrNull(item, "timeout_at"),
        readDue(item),
        item.optionalText("rollback_due").map(RollbackTrigger::ofWireName).orElse(null),
        item.flag("silent"),
        item.flag("downloaded"),
        item.textOrNull("cancel_reason"),
        item.textOrNull("error_code"),
        item.textOrNull("error_message"),
        item.flagOrNull("checksum_ok"),
        item.flagOrNull("signature_ok"),
        (int) item.number("retry_count"),
        item.number("sequence"),
        item.number("revision"),
        Instant.ofEpochMilli(item.number("updated_at")));
  }

  private static @Nullable Instant readDue(Item item) {
    return item.optionalText("due_sk")
        .map(sk -> Instant.parse(sk.substring(0, sk.indexOf('#'))))
        .orElse(null);
  }

  private static Map<String, AttributeValue> phases(Course course) {
    Map<String, AttributeValue> phases = new HashMap<>();
    course
        .phases()
        .forEach(
            (status, time) ->
                phases.put(
                    status.wireName(), AttributeValue.fromN(Long.toString(time.toEpochMilli()))));
    return phases;
  }

  private static Map<UpdateStatus, Instant> readPhases(Item phases) {
    Map<UpdateStatus, Instant> read = new EnumMap<>(UpdateStatus.class);
    for (String name : phases.attributes().keySet()) {
      read.put(UpdateStatus.ofWireName(name), Instant.ofEpochMilli(phases.number(name)));
    }
    return read;
  }

  private static @Nullable Instant timeOrNull(Item item, String name) {
    return item.has(name) ? Instant.ofEpochMilli(item.number(name)) : null;
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
