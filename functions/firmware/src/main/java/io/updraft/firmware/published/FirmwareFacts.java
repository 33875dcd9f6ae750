package io.updraft.firmware.published;

import org.jspecify.annotations.Nullable;

/**
 * What campaigns and updates need to know of a firmware. All but the status never changes once the
 * firmware is available.
 *
 * @param referred whether a campaign or update has referred to it, so that it can't be removed
 */
public record FirmwareFacts(
    String organization,
    String firmwareId,
    String name,
    Version version,
    String deviceModel,
    @Nullable Version minHardwareVersion,
    @Nullable Version maxHardwareVersion,
    boolean beta,
    boolean securityUpdate,
    FirmwareStatus status,
    boolean referred) {}
