package io.updraft.firmware.view;

import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Figures;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The firmware of every answer.
 *
 * @param fileSize bytes: declared at first, counted once verified
 * @param fileUrl path of the download on this API; null until the bytes are verified
 * @param checksumMd5 as declared, or null, until the bytes are verified; so is that of SHA-256
 * @param successRate 0 to 1, or null before an update has ended
 * @param reason why it was rejected or recalled, or null
 */
public record FirmwareView(
    String firmwareId,
    String name,
    String version,
    String deviceModel,
    String manufacturer,
    String status,
    @Nullable String reason,
    String filename,
    long fileSize,
    @Nullable String fileUrl,
    @Nullable String checksumMd5,
    @Nullable String checksumSha1,
    @Nullable String checksumSha256,
    @Nullable String signature,
    @Nullable String signingKeyId,
    boolean signatureVerified,
    @Nullable String description,
    @Nullable String changelog,
    @Nullable String minHardwareVersion,
    @Nullable String maxHardwareVersion,
    List<String> tags,
    Map<String, String> metadata,
    boolean isBeta,
    boolean isSecurityUpdate,
    long downloadCount,
    @Nullable Double successRate,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {

  static FirmwareView of(Firmware firmware, Figures figures) {
    Declaration declared = firmware.declaration();
    Optional<Stage.Kept> kept = kept(firmware.stage());
    Optional<FirmwareFile> file = kept.map(Stage.Kept::file);
    return new FirmwareView(
        firmware.firmwareId(),
        declared.name(),
        declared.version().text(),
        declared.deviceModel(),
        declared.manufacturer(),
        firmware.isVisible() ? firmware.stage().wireName() : "deleted",
        reason(firmware.stage()),
        declared.filename(),
        file.map(FirmwareFile::size).orElse(declared.fileSize()),
        file.map(_ -> "/api/v1/ota/firmware/" + firmware.firmwareId() + "/download").orElse(null),
        file.map(FirmwareFile::md5).orElse(declared.checksumMd5()),
        file.map(FirmwareFile::sha1).orElse(null),
        file.map(FirmwareFile::sha256).orElse(declared.checksumSha256()),
        declared.signature(),
        declared.signingKeyId(),
        kept.map(Stage.Kept::signatureVerified).orElse(false),
        declared.description(),
        declared.changelog(),
        text(declared.minHardwareVersion()),
        text(declared.maxHardwareVersion()),
        declared.tags(),
        declared.metadata(),
        declared.beta(),
        declared.securityUpdate(),
        figures.downloads(),
        figures.successRate(),
        firmware.authorship().createdBy(),
        firmware.authorship().createdAt(),
        firmware.authorship().updatedBy(),
        firmware.authorship().updatedAt());
  }

  private static Optional<Stage.Kept> kept(Stage stage) {
    return stage instanceof Stage.Verified verified
        ? Optional.of(verified.kept())
        : Optional.empty();
  }

  private static @Nullable String reason(Stage stage) {
    return switch (stage) {
      case Stage.Rejected rejected -> rejected.reason();
      case Stage.Recalled recalled -> recalled.reason();
      case Stage.Incoming _,
          Stage.Available _,
          Stage.Deprecation _,
          Stage.Deleting _,
          Stage.Deleted _ ->
          null;
    };
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }
}
