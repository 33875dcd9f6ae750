package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device.Note;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts notes of updates into devices, as updates do. */
record Inbox(String table, String organization, String deviceId) {

  Guarded holding(Note note) {
    return Guarded.update(table, key(), "SET inbox.#%s = :note".formatted(note.firmwareId()))
        .when("attribute_exists(pk)")
        .with(v -> v.map(":note", attributes(note)));
  }

  Guarded without(String firmwareId) {
    return Guarded.update(table, key(), "REMOVE inbox.#" + firmwareId).when("attribute_exists(pk)");
  }

  private Key key() {
    return DeviceItems.key(organization, deviceId);
  }

  private static Map<String, AttributeValue> attributes(Note note) {
    return Item.build()
        .text("u", note.updateId())
        .text("c", note.campaignId())
        .text("p", note.priority().wireName())
        .flag("r", note.released() ? true : null)
        .attributes();
  }
}
