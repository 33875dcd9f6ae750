package io.updraft.device.domain;

import java.util.Locale;

/** Where a rollback is: in progress, then completed or failed for good. */
public enum RollbackStatus {
  IN_PROGRESS,
  COMPLETED,
  FAILED;

  /** As it is written in items and answers: {@code in_progress}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RollbackStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
