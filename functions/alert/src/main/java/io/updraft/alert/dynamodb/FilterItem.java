package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.DeviceFilter;
import io.updraft.dynamodb.Item;
import io.updraft.firmware.published.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A filter of devices as a map within an item. */
final class FilterItem {
  private FilterItem() {}

  static Map<String, AttributeValue> written(DeviceFilter filter) {
    return Item.build()
        .text("model", filter.model())
        .text("hardware_version_min", text(filter.minHardwareVersion()))
        .text("hardware_version_max", text(filter.maxHardwareVersion()))
        .text("firmware_version", text(filter.firmwareVersion()))
        .text("firmware_version_min", text(filter.minFirmwareVersion()))
        .text("firmware_version_max", text(filter.maxFirmwareVersion()))
        .text("owner", filter.owner())
        .pairs("attributes", filter.attributes())
        .attributes();
  }

  static DeviceFilter read(Item item) {
    return new DeviceFilter(
        item.textOrNull("model"),
        version(item, "hardware_version_min"),
        version(item, "hardware_version_max"),
        version(item, "firmware_version"),
        version(item, "firmware_version_min"),
        version(item, "firmware_version_max"),
        item.textOrNull("owner"),
        item.pairs("attributes"));
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }

  private static @Nullable Version version(Item item, String name) {
    String text = item.textOrNull(name);
    return text == null ? null : Version.of(text);
  }
}
