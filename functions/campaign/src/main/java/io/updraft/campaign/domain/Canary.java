package io.updraft.campaign.domain;

/** The first group of a canary campaign, and how long and how closely it is watched. */
public record Canary(int percentage, int monitorMinutes, int failurePercent) {}
