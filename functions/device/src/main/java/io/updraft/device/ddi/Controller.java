package io.updraft.device.ddi;

import org.jspecify.annotations.Nullable;

/**
 * The device that a request is about, in the words of the protocol.
 *
 * @param gateway who speaks for it; null where it does so itself
 */
record Controller(String organization, String deviceId, @Nullable String gateway) {}
