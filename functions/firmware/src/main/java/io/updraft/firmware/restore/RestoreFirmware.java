package io.updraft.firmware.restore;

import io.updraft.events.FirmwareRestored;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.moves.Decision;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.moves.Moved;

/** Puts a deprecated firmware back into choice. */
final class RestoreFirmware {
  private final MoveFirmware moveFirmware;

  RestoreFirmware(MoveFirmware moveFirmware) {
    this.moveFirmware = moveFirmware;
  }

  Moved restore(String firmwareId, Actor actor) {
    return moveFirmware.move(firmwareId, actor, RestoreFirmware::decide);
  }

  private static Decision decide(Firmware firmware) {
    return firmware.stage() instanceof Stage.Deprecation deprecation
        ? new Decision.Go(deprecation.restored(), FirmwareRestored::new)
        : new Decision.Refuse();
  }
}
