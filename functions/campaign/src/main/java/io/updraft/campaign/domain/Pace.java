package io.updraft.campaign.domain;

/**
 * How fast and how far a campaign goes.
 *
 * @param rolloutPercentage the share of the eligible devices that become targets, 1..100
 * @param maxConcurrentUpdates how many released devices may be at work at once, 1..1000
 * @param batchSize 1..500
 */
public record Pace(
    DeploymentStrategy strategy,
    int rolloutPercentage,
    int maxConcurrentUpdates,
    int batchSize,
    Canary canary) {}
