package io.updraft.device.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.KnownDevice;
import io.updraft.firmware.published.Version;
import io.updraft.http.Json;
import io.updraft.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a device from what a device service answers. */
final class DeviceBody {
  private DeviceBody() {}

  /** Empty where the text does not describe that device. */
  static Optional<KnownDevice> read(String text, String deviceId) {
    try {
      JsonNode body = Json.read(text.getBytes(StandardCharsets.UTF_8));
      return deviceId.equals(text(body, "device_id"))
          ? Optional.of(device(body, deviceId))
          : Optional.empty();
    } catch (ProblemException noJson) {
      return Optional.empty();
    }
  }

  private static KnownDevice device(JsonNode body, String deviceId) {
    return new KnownDevice(
        deviceId,
        text(body, "name"),
        text(body, "model", "device_type"),
        text(body, "status"),
        version(text(body, "hardware_version")),
        version(text(body, "firmware_version", "current_version")),
        text(body, "user_id"),
        null);
  }

  /** Under the first of the names that has a text. */
  private static @Nullable String text(JsonNode body, String... names) {
    return Stream.of(names)
        .map(body::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Version version(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(Version::parse).orElse(null);
  }
}
