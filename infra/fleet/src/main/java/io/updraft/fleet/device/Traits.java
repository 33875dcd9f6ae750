package io.updraft.fleet.device;

/**
 * How a device differs from one that is all right.
 *
 * @param fails each of its installations fails
 * @param breaks the connection of each of its downloads breaks once, in the middle
 */
public record Traits(boolean fails, boolean breaks) {}
