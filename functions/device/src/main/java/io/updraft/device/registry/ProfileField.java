package io.updraft.device.registry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A field of a {@link Profile}. */
enum ProfileField {
  NAME,
  MODEL,
  HARDWARE_VERSION,
  FIRMWARE_VERSION,
  GROUPS,
  OWNER,
  ATTRIBUTES,
  STATUS;

  /** What a device can't say of itself: by these, people decide what happens to it. */
  static final Set<ProfileField> NOT_FOR_DEVICES = EnumSet.of(GROUPS, OWNER, STATUS);

  /**
   * What stays as it is where a replacement leaves it out: the version, because a finished update
   * may have written it a moment ago, and the status, because it always has one.
   */
  static final Set<ProfileField> KEPT = EnumSet.of(FIRMWARE_VERSION, STATUS);

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
