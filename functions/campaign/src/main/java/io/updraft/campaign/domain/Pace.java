package io.updraft.campaign.domain;

import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import org.jspecify.annotations.Nullable;

/**
 * How fast and how far a campaign goes.
 *
 * @param rolloutPercentage the share of the eligible devices that become targets, 1..100
 * @param maxConcurrentUpdates how many released devices may be at work at once, 1..1000
 * @param batchSize 1..500
 * @param window outside it nothing is released; null where that is allowed at any time
 * @param discretion what is left to the devices
 */
public record Pace(
    DeploymentStrategy strategy,
    int rolloutPercentage,
    int maxConcurrentUpdates,
    int batchSize,
    Canary canary,
    @Nullable MaintenanceWindow window,
    Discretion discretion) {}
