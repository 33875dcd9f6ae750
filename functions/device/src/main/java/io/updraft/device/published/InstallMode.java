package io.updraft.device.published;

import java.util.Locale;

/** How urgently a device is to install. */
public enum InstallMode {
  /** At once. */
  FORCED,
  /** When it suits the device, or who uses it. */
  SOFT,
  /** The same until a time, and at once from then on. */
  TIME_FORCED;

  /** As it is written in items and answers: {@code time_forced}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static InstallMode ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
