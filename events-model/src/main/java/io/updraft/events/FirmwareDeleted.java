package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A firmware and its bytes were removed. */
@PublishedAs("ota_service.firmware.deleted")
public record FirmwareDeleted(@JsonUnwrapped FirmwareChange change) implements FirmwareChanged {}
