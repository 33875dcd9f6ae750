package io.updraft.device.published;

import java.util.Locale;

/** What takes a device, or a whole campaign, back to the version that was there before. */
public enum RollbackTrigger {
  MANUAL,
  FAILURE_RATE,
  HEALTH_CHECK,
  TIMEOUT,
  ERROR_THRESHOLD;

  /** As it is written in items and answers: {@code failure_rate}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RollbackTrigger ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
