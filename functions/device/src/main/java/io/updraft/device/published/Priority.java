package io.updraft.device.published;

import java.util.Locale;

/** How urgent an update is; of several that wait for one device the highest goes first. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL,
  EMERGENCY;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Priority ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** A security update is never less than high. */
  public Priority lifted(boolean securityUpdate) {
    return securityUpdate && compareTo(HIGH) < 0 ? HIGH : this;
  }
}
