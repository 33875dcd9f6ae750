package io.updraft.firmware.domain;

import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader says of a firmware, before anything is verified.
 *
 * @param fileSize bytes
 * @param checksumMd5 lower-case hex, as is {@code checksumSha256}; null where none was given
 * @param signature Base64 over the 32 bytes of the SHA-256; given with its key or not at all
 */
public record Declaration(
    String name,
    Version version,
    String deviceModel,
    String manufacturer,
    long fileSize,
    String filename,
    @Nullable String checksumMd5,
    @Nullable String checksumSha256,
    @Nullable String description,
    @Nullable Version minHardwareVersion,
    @Nullable Version maxHardwareVersion,
    List<String> tags,
    Map<String, String> metadata,
    boolean beta,
    boolean securityUpdate,
    @Nullable String changelog,
    @Nullable String signature,
    @Nullable String signingKeyId) {
  public Declaration {
    tags = List.copyOf(tags);
    metadata = Map.copyOf(metadata);
  }

  public String firmwareId() {
    return FirmwareId.of(name, version, deviceModel).value();
  }
}
