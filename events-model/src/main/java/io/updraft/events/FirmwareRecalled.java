package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A firmware was found harmful: it is no longer given to any device. */
@PublishedAs("ota_service.firmware.recalled")
public record FirmwareRecalled(@JsonUnwrapped FirmwareChange change) implements FirmwareChanged {}
