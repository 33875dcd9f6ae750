package io.updraft.firmware.deprecate;

import io.updraft.events.FirmwareDeprecated;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.moves.Decision;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.moves.Moved;

/** Takes an available firmware out of choice; what has chosen it goes on. */
final class DeprecateFirmware {
  private final MoveFirmware moveFirmware;

  DeprecateFirmware(MoveFirmware moveFirmware) {
    this.moveFirmware = moveFirmware;
  }

  Moved deprecate(String firmwareId, Actor actor) {
    return moveFirmware.move(firmwareId, actor, DeprecateFirmware::decide);
  }

  private static Decision decide(Firmware firmware) {
    return firmware.stage() instanceof Stage.Available available
        ? new Decision.Go(available.deprecated(), FirmwareDeprecated::new)
        : new Decision.Refuse();
  }
}
