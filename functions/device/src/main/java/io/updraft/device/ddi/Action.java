package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates.Glance;

/** What a number in a path stands for. */
sealed interface Action {
  /** An update that the device has, or may have. */
  record Unfinished(Device device, Glance glance) implements Action {
    Update update() {
      return glance.update();
    }
  }

  /** One of the device's last updates, which has come to its end. */
  record Ended(Update update) implements Action {}

  /** None of this device, or one of long ago. */
  record Unknown() implements Action {}
}
