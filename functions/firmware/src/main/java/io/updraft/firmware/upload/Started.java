package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.verification.Flaw;
import java.util.List;

/** What came of the wish to upload a firmware. */
sealed interface Started {
  /**
   * The bytes are awaited.
   *
   * @param created false where the same upload was begun before
   */
  record Pending(Firmware firmware, Upload upload, Addresses addresses, boolean created)
      implements Started {}

  /** The bytes came along and are kept. */
  record Stored(Firmware firmware) implements Started {}

  /** The same firmware with the same bytes was there. */
  record Existing(Firmware firmware) implements Started {}

  /** The id is taken; the detail says what to do. */
  record Conflict(String detail) implements Started {}

  /** The bytes that came along are not those that were declared. */
  record Flawed(List<Flaw> flaws) implements Started {}

  /** The signing key is none of the organization. */
  record UnknownSigningKey() implements Started {}
}
