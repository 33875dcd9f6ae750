package io.updraft.device.domain;

import org.jspecify.annotations.Nullable;

/** Keeps what clients of the DDI protocol have said; of a device that is gone, nothing. */
public interface Dialogues {
  /** The device has told its attributes. */
  void described(String organization, String deviceId);

  /**
   * Each update counts as confirmed from now on; null asks for each again.
   *
   * @return false where there is no such device
   */
  boolean consent(String organization, String deviceId, Device.@Nullable Consent consent);
}
