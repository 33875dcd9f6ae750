package io.updraft.events;

import java.time.Instant;

/**
 * The events of a firmware that tell nothing but its state: they share the shape {@link
 * FirmwareChange}.
 */
public sealed interface FirmwareChanged extends FirmwareEvent
    permits FirmwareDeleted,
        FirmwareDeprecated,
        FirmwareRecalled,
        FirmwareRejected,
        FirmwareRestored {
  FirmwareChange change();

  @Override
  default String firmwareId() {
    return change().firmwareId();
  }

  @Override
  default Instant timestamp() {
    return change().timestamp();
  }
}
