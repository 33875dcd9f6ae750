package io.updraft.device.ddi;

import io.updraft.device.poll.NextUpdate;

/** Asks for what a device is to do, as far as its client can be shown it. */
record Contacts(NextUpdate nextUpdate) {

  NextUpdate.Contact of(Controller controller) {
    return nextUpdate.contact(
        controller.organization(), controller.deviceId(), controller.gateway(), Understanding::of);
  }
}
