package io.updraft.campaign.domain;

import java.util.Locale;

/** Why a device that a campaign names does not become a target. */
public enum LeftOut {
  UNKNOWN_DEVICE,
  UNKNOWN_MODEL,
  OTHER_MODEL,
  UNKNOWN_HARDWARE_VERSION,
  HARDWARE_OUT_OF_RANGE,
  SAME_VERSION,
  UPDATE_IN_PROGRESS,
  BEYOND_PERCENTAGE;

  /** As it is written in items and answers: {@code other_model}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LeftOut ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
