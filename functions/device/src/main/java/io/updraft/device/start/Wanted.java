package io.updraft.device.start;

import io.updraft.device.domain.Commands;
import io.updraft.device.published.Priority;
import java.time.Duration;

/**
 * What an operator wants a device to have.
 *
 * @param force install although model, hardware range or version speak against it, or a campaign
 *     holds the device
 * @param by the user
 */
record Wanted(
    String firmwareId,
    Priority priority,
    boolean force,
    Commands commands,
    int maxRetries,
    Duration timeout,
    String by) {}
