package io.updraft.telemetry.export;

import io.updraft.telemetry.export.Export.Progress;
import io.updraft.telemetry.export.Export.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as answers show it.
 *
 * @param size bytes written so far
 * @param url where the file is; null before it is complete
 */
record ExportView(
    String exportId,
    Status status,
    long points,
    long size,
    int damagedBlocks,
    @Nullable String error,
    String requestedBy,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    @Nullable URI url,
    @Nullable Instant urlExpiresAt) {
  private static final Duration LONGEST_VALIDITY = Duration.ofHours(1);

  static ExportView running(Export export) {
    return view(export, null, null);
  }

  /** With an address that is valid for an hour, but no longer than the file is kept. */
  static ExportView of(Export export, ExportFiles files, Clock clock) {
    if (export.status() != Status.COMPLETED) {
      return running(export);
    }
    Instant now = clock.instant();
    Instant until = now.plus(LONGEST_VALIDITY);
    Instant ends = until.isBefore(export.expiresAt()) ? until : export.expiresAt();
    return view(export, files.url(export, Duration.between(now, ends)), ends);
  }

  private static ExportView view(Export export, @Nullable URI url, @Nullable Instant urlExpiresAt) {
    Progress progress = export.progress();
    return new ExportView(
        export.exportId(),
        export.status(),
        progress.points(),
        progress.size(),
        progress.damagedBlocks(),
        export.error(),
        export.requestedBy(),
        export.createdAt(),
        export.updatedAt(),
        export.expiresAt(),
        url,
        urlExpiresAt);
  }
}
