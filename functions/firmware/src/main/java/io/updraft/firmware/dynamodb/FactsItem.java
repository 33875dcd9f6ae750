package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import org.jspecify.annotations.Nullable;

/** The attributes that the items of a firmware and of its clearance have in common. */
final class FactsItem {
  private FactsItem() {}

  static ItemBuilder write(ItemBuilder item, FirmwareFacts facts) {
    return item.text("organization", facts.organization())
        .text("firmware_id", facts.firmwareId())
        .text("name", facts.name())
        .text("version", facts.version().text())
        .text("device_model", facts.deviceModel())
        .text("min_hardware_version", textOf(facts.minHardwareVersion()))
        .text("max_hardware_version", textOf(facts.maxHardwareVersion()))
        .flag("is_beta", facts.beta())
        .flag("is_security_update", facts.securityUpdate())
        .text("status", facts.status().wireName());
  }

  static FirmwareFacts read(Item item) {
    return new FirmwareFacts(
        item.text("organization"),
        item.text("firmware_id"),
        item.text("name"),
        Version.of(item.text("version")),
        item.text("device_model"),
        version(item, "min_hardware_version"),
        version(item, "max_hardware_version"),
        item.flag("is_beta"),
        item.flag("is_security_update"),
        FirmwareStatus.ofWireName(item.text("status")),
        item.flag("referred"));
  }

  static ItemBuilder write(ItemBuilder item, FirmwareFile file) {
    return item.text("filename", file.filename())
        .number("file_size", file.size())
        .text("checksum_md5", file.md5())
        .text("checksum_sha1", file.sha1())
        .text("checksum_sha256", file.sha256())
        .text("signature", file.signature())
        .text("signing_key_id", file.signingKeyId())
        .text("object_key", file.objectKey());
  }

  static FirmwareFile readFile(Item item) {
    return new FirmwareFile(
        item.text("filename"),
        item.number("file_size"),
        item.text("checksum_md5"),
        item.text("checksum_sha1"),
        item.text("checksum_sha256"),
        item.textOrNull("signature"),
        item.textOrNull("signing_key_id"),
        item.text("object_key"));
  }

  static @Nullable String textOf(@Nullable Version version) {
    return version == null ? null : version.text();
  }

  static @Nullable Version version(Item item, String name) {
    return item.optionalText(name).map(Version::of).orElse(null);
  }
}
