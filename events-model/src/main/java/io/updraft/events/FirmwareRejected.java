package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Bytes that did not pass their verification were refused and removed. */
@PublishedAs("ota_service.firmware.rejected")
public record FirmwareRejected(@JsonUnwrapped FirmwareChange change) implements FirmwareChanged {}
