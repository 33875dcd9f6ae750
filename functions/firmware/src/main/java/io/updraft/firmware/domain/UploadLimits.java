package io.updraft.firmware.domain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What may be uploaded, and how.
 *
 * @param maxFileBytes inclusive
 * @param extensions with their dot, in lower case
 * @param validity how long an upload may take
 * @param partSize bytes of a part; larger files are uploaded in parts
 */
public record UploadLimits(
    long maxFileBytes, List<String> extensions, Duration validity, long partSize) {
  public UploadLimits {
    extensions = List.copyOf(extensions);
  }

  /** Whether the name ends in one of the extensions, and has something before it. */
  public boolean hasAllowedExtension(String filename) {
    String lower = filename.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(e -> lower.endsWith(e) && lower.length() > e.length());
  }

  public Upload.Way wayOf(long size) {
    return size > partSize ? Upload.Way.MULTIPART : Upload.Way.SINGLE;
  }
}
