package io.updraft.device.domain;

import io.updraft.events.Origin;

/** Ends what is on its way to a device. */
@FunctionalInterface
public interface UnfinishedUpdates {
  /**
   * Gives up every update in the device's inbox, whether the device has it or not, so that the
   * inbox is empty afterwards. Can be repeated.
   *
   * @param device as it was read a moment ago
   */
  void giveUp(Device device, Origin origin, String reason);
}
