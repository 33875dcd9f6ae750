package io.updraft.device.start;

import io.updraft.device.domain.Commands;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants a device to have.
 *
 * @param force install although model, hardware range or version speak against it, or a campaign
 *     holds the device
 * @param window outside it the device may not begin; null where it may at any time
 * @param discretion what is left to the device
 * @param by the user
 */
record Wanted(
    String firmwareId,
    Priority priority,
    boolean force,
    Commands commands,
    int maxRetries,
    Duration timeout,
    @Nullable MaintenanceWindow window,
    Discretion discretion,
    String by) {}
