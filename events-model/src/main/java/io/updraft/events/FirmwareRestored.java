package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A deprecated firmware may be chosen again. */
@PublishedAs("ota_service.firmware.restored")
public record FirmwareRestored(@JsonUnwrapped FirmwareChange change) implements FirmwareChanged {}
