package io.updraft.firmware.published;

import java.util.Locale;

/** Where a firmware is in its life; the moves are those of the firmware context. */
public enum FirmwareStatus {
  PENDING_UPLOAD,
  VERIFYING,
  AVAILABLE,
  REJECTED,
  DEPRECATED,
  RECALLED;

  /** As it is written in items and answers: {@code pending_upload}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FirmwareStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
