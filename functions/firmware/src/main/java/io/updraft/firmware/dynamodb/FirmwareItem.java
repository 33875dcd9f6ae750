package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmware.Authorship;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.published.Version;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A firmware as an item. */
final class FirmwareItem {
  private FirmwareItem() {}

  static Map<String, AttributeValue> write(Firmware firmware) {
    Key key = Keys.firmware(firmware.organization(), firmware.firmwareId());
    ItemBuilder item =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("organization", firmware.organization())
            .text("firmware_id", firmware.firmwareId())
            .flag("referred", firmware.referred() ? true : null)
            .number("revision", firmware.revision())
            .number("sequence", firmware.sequence());
    if (firmware.isVisible()) {
      item.text("list_pk", firmware.organization()).text("list_sk", listKey(firmware));
    }
    write(item, firmware.authorship());
    write(item, firmware.declaration());
    return StageItem.write(item, firmware.stage()).attributes();
  }

  static Firmware read(Item item) {
    return new Firmware(
        item.text("organization"),
        item.text("firmware_id"),
        declaration(item),
        StageItem.read(item),
        item.flag("referred"),
        new Authorship(
            item.text("created_by"),
            item.time("created_at"),
            item.text("updated_by"),
            item.time("updated_at")),
        item.number("revision"),
        item.number("sequence"));
  }

  /** Its place in the list of its organization. */
  static String listKey(Firmware firmware) {
    return Keys.sortedBy(firmware.authorship().createdAt(), firmware.firmwareId());
  }

  static boolean isGone(Item item) {
    Stage stage = StageItem.read(item);
    return stage instanceof Stage.Deleting || stage instanceof Stage.Deleted;
  }

  private static void write(ItemBuilder item, Authorship authorship) {
    item.text("created_by", authorship.createdBy())
        .time("created_at", authorship.createdAt())
        .text("updated_by", authorship.updatedBy())
        .time("updated_at", authorship.updatedAt());
  }

  private static void write(ItemBuilder item, Declaration declared) {
    item.text("name", declared.name())
        .text("version", declared.version().text())
        .text("device_model", declared.deviceModel())
        .text("manufacturer", declared.manufacturer())
        .number("file_size", declared.fileSize())
        .text("filename", declared.filename())
        .text("declared_md5", declared.checksumMd5())
        .text("declared_sha256", declared.checksumSha256())
        .text("description", declared.description())
        .text("min_hardware_version", FactsItem.textOf(declared.minHardwareVersion()))
        .text("max_hardware_version", FactsItem.textOf(declared.maxHardwareVersion()))
        .texts("tags", declared.tags())
        .pairs("metadata", declared.metadata())
        .flag("is_beta", declared.beta())
        .flag("is_security_update", declared.securityUpdate())
        .text("changelog", declared.changelog())
        .text("signature", declared.signature())
        .text("signing_key_id", declared.signingKeyId());
  }

  private static Declaration declaration(Item item) {
    return new Declaration(
        item.text("name"),
        Version.of(item.text("version")),
        item.text("device_model"),
        item.text("manufacturer"),
        item.number("file_size"),
        item.text("filename"),
        item.textOrNull("declared_md5"),
        item.textOrNull("declared_sha256"),
        item.textOrNull("description"),
        FactsItem.version(item, "min_hardware_version"),
        FactsItem.version(item, "max_hardware_version"),
        item.texts("tags"),
        item.pairs("metadata"),
        item.flag("is_beta"),
        item.flag("is_security_update"),
        item.textOrNull("changelog"),
        item.textOrNull("signature"),
        item.textOrNull("signing_key_id"));
  }
}
