package io.updraft.device.registry;

import java.util.Locale;

/** What people say of a device's use; updates do not depend on it. */
public enum DeviceStatus {
  ACTIVE,
  INACTIVE,
  DECOMMISSIONED;

  /** As it is written in items and answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeviceStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
