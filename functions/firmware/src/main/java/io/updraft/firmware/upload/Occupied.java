package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import org.jspecify.annotations.Nullable;

/** What is answered where name, version and model are taken. */
final class Occupied {
  private Occupied() {}

  /** By bytes that are known: the same are no conflict. */
  static Started by(Firmware firmware, Stage.Verified verified, @Nullable String sha256) {
    if (sha256 == null) {
      return new Started.Conflict(
          "This firmware exists; give checksum_sha256 to learn whether it is the same,"
              + " or choose another version.");
    }
    return verified.kept().file().sha256().equals(sha256)
        ? new Started.Existing(firmware)
        : new Started.Conflict("This firmware exists with other bytes; choose another version.");
  }

  /** By bytes that are awaited. */
  static Started by(Stage.Incoming incoming) {
    return new Started.Conflict(
        "Another upload of this firmware is under way until %s; complete it, delete it or wait."
            .formatted(incoming.upload().expiresAt()));
  }

  static Started byDeletion() {
    return new Started.Conflict("This firmware is just being deleted; try again in a moment.");
  }
}
