package io.updraft.device.published;

import org.jspecify.annotations.Nullable;

/**
 * One device in a campaign, with the update that the campaign has for it.
 *
 * @param fromVersion the device's firmware version when it became a target, where known
 */
public record Target(String updateId, String deviceId, @Nullable String fromVersion) {}
