package io.updraft.firmware.domain;

import io.updraft.firmware.published.Version;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The identity of a firmware within its organization: the first 32 hex digits of the SHA-256 of
 * {@code name:version:device_model}.
 */
public record FirmwareId(String value) {
  private static final int LENGTH = 32;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

  public FirmwareId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("'" + value + "' is no id of a firmware");
    }
  }

  public static FirmwareId of(String name, Version version, String deviceModel) {
    String identity = String.join(":", name, version.text(), deviceModel);
    byte[] bytes = identity.getBytes(StandardCharsets.UTF_8);
    return new FirmwareId(Digests.of(bytes).sha256().substring(0, LENGTH));
  }

  /** Whether a text that a client sent can be an id at all. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
