package io.updraft.device.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report: bytes that did not verify, or a device that is not well, are failures whatever it
 * calls them.
 */
final class Verdict {
  static final String CHECKSUM_MISMATCH = "CHECKSUM_MISMATCH";
  static final String SIGNATURE_INVALID = "SIGNATURE_INVALID";
  static final String UNHEALTHY = "UNHEALTHY";
  static final String UNSPECIFIED = "UNSPECIFIED";

  private Verdict() {}

  /** The state that the report leads to. */
  static UpdateStatus of(Report report) {
    boolean bad = cause(report) != null && report.status() != UpdateStatus.CANCELLED;
    return bad ? UpdateStatus.FAILED : report.status();
  }

  static String errorCode(Report report) {
    String cause = cause(report);
    return Objects.requireNonNullElse(cause == null ? report.errorCode() : cause, UNSPECIFIED);
  }

  private static @Nullable String cause(Report report) {
    if (Boolean.FALSE.equals(report.checksumVerified())) {
      return CHECKSUM_MISMATCH;
    }
    if (Boolean.FALSE.equals(report.signatureVerified())) {
      return SIGNATURE_INVALID;
    }
    return Boolean.FALSE.equals(report.healthy()) ? UNHEALTHY : null;
  }
}
