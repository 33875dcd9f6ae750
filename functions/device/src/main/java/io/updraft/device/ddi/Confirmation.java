package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;

/** Whether somebody still has to confirm an update at its device. */
final class Confirmation {
  private Confirmation() {}

  static boolean missing(Device device, Update update) {
    return update.awaitsConfirmation() && device.dialogue().consent() == null;
  }
}
