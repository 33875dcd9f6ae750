package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Device.Note;
import io.updraft.device.published.Priority;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of a device: {@code pk} = organization and device, {@code sk} = {@code DEVICE}. Kept
 * under 4 KB, so that a poll reads it for half a unit.
 *
 * <p>Several write it: the registry what people say of the device, under its {@code revision};
 * updates their notes in {@code inbox}, the {@code updates_*} figures and the firmware version; a
 * contact {@code last_seen}. Each sets only its own attributes, never the whole item.
 */
public final class DeviceItems {
  /** The attribute of the notes of unfinished updates, by firmware id; there from the beginning. */
  public static final String INBOX = "inbox";

  private DeviceItems() {}

  public static Key key(String organization, String deviceId) {
    return new Key(Key.join(organization, deviceId), "DEVICE");
  }

  /** The device that the item holds. */
  public static Device read(Item item) {
    return new Device(
        organization(item),
        item.text("device_id"),
        item.textOrNull("name"),
        item.textOrNull("model"),
        version(item, "hardware_version"),
        version(item, "firmware_version"),
        item.texts("groups"),
        item.textOrNull("owner"),
        item.pairs("attributes"),
        item.text("status"),
        item.timeOrNull("last_seen"),
        item.time("created_at"),
        notes(item.map(INBOX)),
        new Device.Outcomes(
            item.numberOr("updates_total", 0),
            item.numberOr("updates_successful", 0),
            item.numberOr("updates_failed", 0)),
        DialogueItem.read(item));
  }

  /** The item of a device that is not there yet. */
  static Map<String, AttributeValue> created(Device device, String createdBy) {
    Map<String, AttributeValue> item =
        new HashMap<>(key(device.organization(), device.deviceId()).attributes());
    item.putAll(described(device));
    item.putAll(started(device, createdBy));
    return item;
  }

  /** What the registry writes, and what follows from it; empty and absent values left out. */
  static Map<String, AttributeValue> described(Device device) {
    return Item.build()
        .text("name", device.name())
        .text("model", device.model())
        .text("hardware_version", text(device.hardwareVersion()))
        .text("firmware_version", text(device.firmwareVersion()))
        .texts("groups", device.groups())
        .text("owner", device.owner())
        .pairs("attributes", device.attributes())
        .text("status", device.status())
        .text("list_sk", DeviceShards.listed(device.model(), device.deviceId()))
        .attributes();
  }

  private static Map<String, AttributeValue> started(Device device, String createdBy) {
    return Item.build()
        .text("device_id", device.deviceId())
        .text("list_pk", DeviceShards.list(device.organization(), shardOf(device)))
        .time("last_seen", device.lastSeen())
        .time("created_at", device.createdAt())
        .text("created_by", createdBy)
        .time("updated_at", device.createdAt())
        .text("updated_by", createdBy)
        .number("revision", 1)
        .map(INBOX, Map.of())
        .number("updates_total", 0)
        .number("updates_successful", 0)
        .number("updates_failed", 0)
        .attributes();
  }

  private static int shardOf(Device device) {
    return DeviceShards.of(device.deviceId());
  }

  private static String organization(Item item) {
    String pk = item.text("pk");
    return pk.substring(0, pk.indexOf('#'));
  }

  private static List<Note> notes(Item inbox) {
    return inbox.attributes().keySet().stream()
        .sorted()
        .map(firmwareId -> note(firmwareId, inbox.map(firmwareId)))
        .toList();
  }

  private static Note note(String firmwareId, Item note) {
    return new Note(
        firmwareId,
        note.text("u"),
        note.textOrNull("c"),
        Priority.ofWireName(note.text("p")),
        note.flag("r"));
  }

  private static @Nullable Version version(Item item, String name) {
    return item.optionalText(name).map(Version::of).orElse(null);
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }
}
