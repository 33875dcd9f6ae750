package io.updraft.device.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.Device;
import io.updraft.firmware.published.Version;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request says of a device. Attributes and groups are also bounded in bytes, so that a
 * device's item stays under the 4 KB that a poll reads for half a unit.
 */
final class DeviceFields {
  static final int MOST_ATTRIBUTES = 50;
  static final int MOST_ATTRIBUTE_BYTES = 2_048;
  private static final int MOST_GROUP_BYTES = 1_024;

  /** Keys of items are joined by {@code #}, ids of firmware by {@code :}; {@code -} is no model. */
  private static final Pattern IN_MODEL = Pattern.compile("[^#:]*");

  private static final int LONGEST_MODEL = 100;

  private final Fields fields;

  private DeviceFields(Fields fields) {
    this.fields = fields;
  }

  /**
   * What the request says.
   *
   * @throws io.updraft.http.ProblemException with every wrong field
   */
  static Told read(HttpRequest request) {
    Fields fields = request.json();
    Set<ProfileField> given = given(Json.read(request.body()));
    DeviceFields reader = new DeviceFields(fields);
    if (!Device.isId(request.path("device_id"))) {
      fields.reject("device_id", "must have 1 to 128 of A-Z a-z 0-9 . _ : - and can't be 'bulk'");
    }
    if (request.caller().isDevice()) {
      reader.refuseWhatDevicesCantSay(given);
    }
    Profile profile = reader.profile(given);
    fields.throwIfInvalid();
    return new Told(profile, given);
  }

  /** Fields that are there, also with an explicit null, which clears. */
  private static Set<ProfileField> given(JsonNode body) {
    Set<ProfileField> given = EnumSet.allOf(ProfileField.class);
    given.removeIf(field -> !body.has(field.wireName()));
    return given;
  }

  private void refuseWhatDevicesCantSay(Set<ProfileField> given) {
    ProfileField.NOT_FOR_DEVICES.stream()
        .filter(given::contains)
        .forEach(field -> fields.reject(field.wireName(), "can't be set by a device"));
  }

  private Profile profile(Set<ProfileField> given) {
    return new Profile(
        fields.optionalText("name", 1, 200),
        model(),
        version("hardware_version"),
        version("firmware_version"),
        groups(),
        fields.optionalText("owner", 1, 128),
        attributes(),
        status(given.contains(ProfileField.STATUS)));
  }

  private @Nullable String model() {
    String model = fields.optionalText("model", 1, LONGEST_MODEL);
    if (model != null && !isModel(model)) {
      fields.reject("model", "must not contain # or :, nor be - alone");
    }
    return model;
  }

  static boolean isModel(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_MODEL
        && !text.equals("-")
        && IN_MODEL.matcher(text).matches();
  }

  private @Nullable Version version(String name) {
    String text = fields.optionalText(name, 1, 50);
    if (text == null) {
      return null;
    }
    Version version = Version.parse(text).orElse(null);
    if (version == null) {
      fields.reject(name, "must be a version, X.Y.Z or X.Y.Z-label.label");
    }
    return version;
  }

  private List<String> groups() {
    List<String> groups = fields.texts("groups", 20, 1, 100);
    if (groups.stream().anyMatch(group -> group.contains("#"))) {
      fields.reject("groups", "must not contain #");
    }
    if (bytes(groups) > MOST_GROUP_BYTES) {
      fields.reject("groups", "must have at most %d bytes in all".formatted(MOST_GROUP_BYTES));
    }
    return groups;
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = fields.pairs("attributes", MOST_ATTRIBUTES, 100, 256);
    if (bytes(attributes.keySet()) + bytes(attributes.values()) > MOST_ATTRIBUTE_BYTES) {
      fields.reject(
          "attributes", "must have at most %d bytes in all".formatted(MOST_ATTRIBUTE_BYTES));
    }
    return attributes;
  }

  private DeviceStatus status(boolean given) {
    return given ? fields.choice("status", DeviceStatus.class) : DeviceStatus.ACTIVE;
  }

  private static int bytes(Iterable<String> texts) {
    int bytes = 0;
    for (String text : texts) {
      bytes += text.getBytes(UTF_8).length;
    }
    return bytes;
  }
}
