package io.updraft.campaign.plan;

import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.DeviceQuery;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.rsql.QueryReader;
import io.updraft.campaign.rsql.QueryReading;
import io.updraft.firmware.published.Version;
import io.updraft.http.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which devices are wanted. */
final class TargetingForm {
  private static final Pattern DEVICE_ID = Pattern.compile("(?!bulk$)[A-Za-z0-9._:-]{1,128}");

  /** All ids are written in one transaction, which takes 4 MB with everything else in it. */
  private static final int MOST_BYTES = 3_500_000;

  /** What a list costs beside the characters of an entry. */
  private static final int BYTES_PER_ID = 3;

  /** Far more than is accepted, so that the refusal below can say what to do instead. */
  private static final int READ_AT_MOST = 400_000;

  private static final int MOST_GROUPS = 100;
  private static final int MOST_ATTRIBUTES = 20;
  private static final int MOST_QUERY = 1_000;

  private TargetingForm() {}

  /** The explicit ids, each once, in the order given. */
  static List<String> devices(Fields fields) {
    List<String> given =
        fields.texts(
            "target_devices",
            READ_AT_MOST,
            DEVICE_ID,
            "must be a device id: 1 to 128 of letters, digits, . _ : -, and not bulk");
    if (tooMany(given)) {
      fields.reject(
          "target_devices",
          "must have at most %,d ids of %,d bytes in all; put the devices into a group and name it in target_groups"
              .formatted(Targeting.MOST_DEVICES, MOST_BYTES));
      return List.of();
    }
    return given.stream().distinct().toList();
  }

  private static boolean tooMany(List<String> ids) {
    long bytes = ids.stream().mapToLong(id -> id.length() + BYTES_PER_ID).sum();
    return ids.size() > Targeting.MOST_DEVICES || bytes > MOST_BYTES;
  }

  /** The whole targeting, beside that many explicit ids. */
  static Targeting read(Fields fields, int devices) {
    List<String> groups = fields.texts("target_groups", MOST_GROUPS, 1, 100);
    groups.stream()
        .filter(group -> group.contains("#"))
        .findFirst()
        .ifPresent(g -> fields.reject("target_groups", "must not contain #"));
    DeviceFilter filter = fields.object("target_filters").map(TargetingForm::filter).orElse(null);
    if (devices == 0 && groups.isEmpty() && filter == null) {
      fields.reject(
          "target_devices",
          fields.has("target_devices")
              ? "must name at least one device"
              : "is required where neither target_groups nor target_filters is given");
    }
    return new Targeting(
        devices, groups.stream().distinct().toList(), filter, fields.flagOr("dynamic", false));
  }

  private static DeviceFilter filter(Fields fields) {
    DeviceFilter filter =
        new DeviceFilter(
            fields.optionalText("model", 1, 100),
            version(fields, "hardware_version_min"),
            version(fields, "hardware_version_max"),
            version(fields, "firmware_version"),
            version(fields, "firmware_version_min"),
            version(fields, "firmware_version_max"),
            fields.optionalText("owner", 1, 128),
            fields.pairs("attributes", MOST_ATTRIBUTES, 100, 256),
            query(fields));
    refuseEmptyRange(
        fields, "hardware_version", filter.minHardwareVersion(), filter.maxHardwareVersion());
    refuseEmptyRange(
        fields, "firmware_version", filter.minFirmwareVersion(), filter.maxFirmwareVersion());
    if (filter.empty() && !fields.has("query")) {
      fields.reject(
          "model", "is required where no other filter is given; alone it takes every such device");
    }
    return filter;
  }

  private static @Nullable DeviceQuery query(Fields fields) {
    String text = fields.optionalText("query", 1, MOST_QUERY);
    if (text == null) {
      return null;
    }
    return switch (QueryReader.read(text)) {
      case QueryReading.Understood(DeviceQuery query) -> query;
      case QueryReading.Wrong(String complaint) -> {
        fields.reject("query", complaint);
        yield null;
      }
    };
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
      fields.reject(name + "_min", "must not be greater than " + name + "_max");
    }
  }
}
