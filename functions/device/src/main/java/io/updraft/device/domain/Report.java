package io.updraft.device.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a device says of its update.
 *
 * @param status one of the states from in_progress on
 * @param progress overall, in percent, as are {@code download} and {@code install}
 * @param firmwareVersion the version that the device runs now, told at the end
 * @param healthy false where the device finds after its reboot that it does not work as it should
 */
public record Report(
    UpdateStatus status,
    @Nullable Double progress,
    @Nullable Double download,
    @Nullable Double install,
    @Nullable Boolean checksumVerified,
    @Nullable Boolean signatureVerified,
    @Nullable String firmwareVersion,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable Boolean healthy) {}
