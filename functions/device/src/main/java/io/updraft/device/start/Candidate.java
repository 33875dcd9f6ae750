package io.updraft.device.start;

import io.updraft.device.domain.Device;

/**
 * A device that may be given an update.
 *
 * @param checked whether it is known to exist, with the facts that it has here
 * @param registered whether it is in the built-in registry, where its inbox is
 */
record Candidate(Device device, boolean checked, boolean registered) {}
