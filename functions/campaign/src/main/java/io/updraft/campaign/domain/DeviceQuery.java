package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceFacts;

/**
 * A free expression over the facts of devices.
 *
 * @param text as the caller wrote it, and as it is kept
 * @param condition what the text means
 */
public record DeviceQuery(String text, DeviceCondition condition) {
  public boolean matches(DeviceFacts device) {
    return condition.holds(device);
  }
}
