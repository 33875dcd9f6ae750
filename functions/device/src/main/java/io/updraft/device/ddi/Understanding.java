package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.device.poll.Patience;

/**
 * What a client makes of {@code "update": "skip"}. Most take it for an order to do nothing, and
 * report success at once; one that fetches and waits says so in an attribute of its own.
 */
final class Understanding {
  static final String ATTRIBUTE = "understands_skip";

  private Understanding() {}

  static Patience of(Device device) {
    return "true".equals(device.attributes().get(ATTRIBUTE))
        ? Patience.INSTALLS_WHEN_TOLD
        : Patience.NONE;
  }
}
