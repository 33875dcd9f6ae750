package io.updraft.alert.rule;

import io.updraft.alert.domain.DeviceFilter;
import io.updraft.firmware.published.Version;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters of devices as requests and answers have them. */
final class FilterForm {
  private static final String FILTERS = "device_filters";
  private static final String MODEL = "model";
  private static final String HARDWARE_MIN = "hardware_version_min";
  private static final String HARDWARE_MAX = "hardware_version_max";
  private static final String FIRMWARE = "firmware_version";
  private static final String FIRMWARE_MIN = "firmware_version_min";
  private static final String FIRMWARE_MAX = "firmware_version_max";
  private static final String OWNER = "owner";
  private static final String ATTRIBUTES = "attributes";

  private static final Set<String> KNOWN =
      Set.of(
          MODEL,
          HARDWARE_MIN,
          HARDWARE_MAX,
          FIRMWARE,
          FIRMWARE_MIN,
          FIRMWARE_MAX,
          OWNER,
          ATTRIBUTES);

  private static final int MOST_ATTRIBUTES = 20;

  private FilterForm() {}

  /** The filter of a request, or null where there is none. */
  static @Nullable DeviceFilter read(HttpRequest request, Fields fields) {
    DeviceFilter filter = fields.object(FILTERS).map(FilterForm::filter).orElse(null);
    if (filter != null) {
      refuseUnknown(request, fields);
    }
    return filter;
  }

  private static DeviceFilter filter(Fields fields) {
    DeviceFilter filter =
        new DeviceFilter(
            fields.optionalText(MODEL, 1, 100),
            version(fields, HARDWARE_MIN),
            version(fields, HARDWARE_MAX),
            version(fields, FIRMWARE),
            version(fields, FIRMWARE_MIN),
            version(fields, FIRMWARE_MAX),
            fields.optionalText(OWNER, 1, 128),
            fields.pairs(ATTRIBUTES, MOST_ATTRIBUTES, 100, 256));
    refuseEmptyRange(
        fields, HARDWARE_MIN, filter.minHardwareVersion(), filter.maxHardwareVersion());
    refuseEmptyRange(
        fields, FIRMWARE_MIN, filter.minFirmwareVersion(), filter.maxFirmwareVersion());
    if (filter.empty()) {
      fields.reject(
          MODEL,
          "is required where no other filter is given; leave out the filters for all devices");
    }
    return filter;
  }

  private static @Nullable Version version(Fields fields, String name) {
    String text = fields.optionalText(name, 1, 50);
    if (text == null) {
      return null;
    }
    Optional<Version> version = Version.parse(text);
    if (version.isEmpty()) {
      fields.reject(name, "must be a version: X.Y.Z or X.Y.Z-label");
    }
    return version.orElse(null);
  }

  private static void refuseEmptyRange(
      Fields fields, String name, @Nullable Version least, @Nullable Version most) {
    if (least != null && most != null && least.compareTo(most) > 0) {
      fields.reject(name, "must not be greater than " + name.replace("_min", "_max"));
    }
  }

  /**
   * Elsewhere an unknown field is ignored; here ignoring a misspelt filter would widen the rule to
   * devices that were meant to be left alone.
   */
  private static void refuseUnknown(HttpRequest request, Fields fields) {
    Json.read(request.body())
        .path(FILTERS)
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> fields.reject(FILTERS + "." + name, "is no filter"));
  }

  static Map<String, Object> shown(DeviceFilter filter) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, MODEL, filter.model());
    put(json, HARDWARE_MIN, filter.minHardwareVersion());
    put(json, HARDWARE_MAX, filter.maxHardwareVersion());
    put(json, FIRMWARE, filter.firmwareVersion());
    put(json, FIRMWARE_MIN, filter.minFirmwareVersion());
    put(json, FIRMWARE_MAX, filter.maxFirmwareVersion());
    put(json, OWNER, filter.owner());
    if (!filter.attributes().isEmpty()) {
      json.put(ATTRIBUTES, filter.attributes());
    }
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
