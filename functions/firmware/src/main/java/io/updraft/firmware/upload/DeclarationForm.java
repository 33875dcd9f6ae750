package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.UploadLimits;
import io.updraft.firmware.published.Version;
import io.updraft.http.Fields;
import io.updraft.http.FilePart;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a declaration, all wrong fields at once. */
final class DeclarationForm {
  private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Version PLACEHOLDER = Version.of("0.0.0");

  /**
   * A segment of a path has at most 255 bytes in most file systems; stores upon them write under a
   * longer name first.
   */
  private static final int MOST_FILENAME_BYTES = 200;

  private final Fields fields;
  private final UploadLimits limits;

  DeclarationForm(Fields fields, UploadLimits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  /** Of bytes that are to come: size and name of the file must be declared. */
  Declaration read() {
    long size = fields.number("file_size", 1, limits.maxFileBytes());
    String filename = fields.text("filename", 1, MOST_FILENAME_BYTES);
    checkFilename("filename", filename);
    return read(size, filename);
  }

  /** Of bytes that came along: size and name need not be declared, but what is must be true. */
  Declaration read(FilePart file) {
    long size = file.bytes().length;
    if (size == 0 && !file.filename().isEmpty()) {
      fields.reject("file", "must not be empty");
    }
    if (fields.has("file_size") && fields.number("file_size", 0, limits.maxFileBytes()) != size) {
      fields.reject("file_size", "must be that of the file, which has %d bytes".formatted(size));
    }
    String declared = fields.optionalText("filename", 1, MOST_FILENAME_BYTES);
    if (declared != null) {
      checkFilename("filename", declared);
    } else if (!hasPath(file.filename())) { // A path was reported when the part was read.
      checkFilename("file", file.filename());
    }
    return read(size, declared == null ? file.filename() : declared);
  }

  private Declaration read(long fileSize, String filename) {
    Version min = optionalVersion("min_hardware_version");
    Version max = optionalVersion("max_hardware_version");
    if (min != null && max != null && min.compareTo(max) > 0) {
      fields.reject("min_hardware_version", "must not be above max_hardware_version");
    }
    return new Declaration(
        identity("name", 200),
        version(),
        identity("device_model", 100),
        fields.text("manufacturer", 1, 100),
        fileSize,
        filename,
        checksum("checksum_md5", MD5, "must be 32 hex digits"),
        checksum("checksum_sha256", SHA256, "must be 64 hex digits"),
        fields.optionalText("description", 0, 1000),
        min,
        max,
        fields.texts("tags", 50, 1, 100),
        fields.pairs("metadata", 50, 100, 1000),
        fields.flagOr("is_beta", false),
        fields.flagOr("is_security_update", false),
        fields.optionalText("changelog", 0, 5000),
        together("signature", "signing_key_id", 1000),
        together("signing_key_id", "signature", 100));
  }

  /** Name and model are parts of the firmware's id, which joins them with colons. */
  private String identity(String field, int max) {
    String text = fields.text(field, 1, max);
    if (text.contains(":") || text.contains("#")) {
      fields.reject(field, "must not contain ':' or '#'");
    }
    return text;
  }

  private Version version() {
    String text = fields.text("version", 1, 50);
    return text.isEmpty() ? PLACEHOLDER : parsed("version", text);
  }

  private @Nullable Version optionalVersion(String field) {
    String text = fields.optionalText(field, 1, 50);
    return text == null ? null : parsed(field, text);
  }

  private Version parsed(String field, String text) {
    Optional<Version> version = Version.parse(text);
    if (version.isEmpty()) {
      fields.reject(field, "must be a version, as 1.2.3 or 1.2.3-rc.1");
    }
    return version.orElse(PLACEHOLDER);
  }

  private @Nullable String checksum(String field, Pattern form, String message) {
    String digits = fields.optionalPattern(field, form, message);
    return digits == null ? null : digits.toLowerCase(Locale.ROOT);
  }

  private @Nullable String together(String field, String other, int max) {
    if (fields.has(other) && !fields.has(field)) {
      fields.reject(field, "is required together with " + other);
    }
    return fields.optionalText(field, 1, max);
  }

  private void checkFilename(String field, String filename) {
    if (filename.isEmpty()) {
      return; // Missing, and reported as such.
    }
    if (!isPlain(filename)) {
      fields.reject(field, "must be a plain name of at most 200 bytes, without a path");
    } else if (!limits.hasAllowedExtension(filename)) {
      fields.reject(field, "must end in one of " + String.join(", ", limits.extensions()));
    }
  }

  private static boolean isPlain(String filename) {
    return !hasPath(filename)
        && !filename.startsWith(".")
        && filename.getBytes(StandardCharsets.UTF_8).length <= MOST_FILENAME_BYTES
        && filename.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean hasPath(String filename) {
    return filename.contains("/") || filename.contains("\\");
  }
}
