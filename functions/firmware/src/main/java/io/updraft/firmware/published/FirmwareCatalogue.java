package io.updraft.firmware.published;

import io.updraft.dynamodb.Guarded;
import java.util.Optional;

/** Finds firmware for those that want to roll it out. */
public interface FirmwareCatalogue {
  /** Strongly consistent; empty where the organization has no such firmware. */
  Optional<FirmwareFacts> find(String organization, String firmwareId);

  /** The firmware of the same name and model in another version, as {@link #find} finds it. */
  Optional<FirmwareFacts> inVersion(FirmwareFacts firmware, Version version);

  /**
   * The write that makes the firmware one that is referred to, for the transaction of the first
   * campaign or update on it; its condition is that the firmware is available still. Needless, and
   * for many callers at once a hot item, when {@link FirmwareFacts#referred} already.
   */
  Guarded refer(String organization, String firmwareId);
}
