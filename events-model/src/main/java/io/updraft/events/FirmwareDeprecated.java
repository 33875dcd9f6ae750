package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A firmware may no longer be chosen for new campaigns and updates. */
@PublishedAs("ota_service.firmware.deprecated")
public record FirmwareDeprecated(@JsonUnwrapped FirmwareChange change) implements FirmwareChanged {}
