package io.updraft.firmware.recall;

import io.updraft.events.FirmwareRecalled;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.moves.Decision;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.moves.Moved;

/**
 * Stops a harmful firmware. The clearance says so from the moment of the commit, so that no poll or
 * report goes on; campaigns and updates are ended by their own contexts, which follow the stream of
 * the table.
 */
final class RecallFirmware {
  private final MoveFirmware moveFirmware;

  RecallFirmware(MoveFirmware moveFirmware) {
    this.moveFirmware = moveFirmware;
  }

  Moved recall(String firmwareId, String reason, Actor actor) {
    return moveFirmware.move(firmwareId, actor, firmware -> decide(firmware, reason));
  }

  private static Decision decide(Firmware firmware, String reason) {
    return switch (firmware.stage()) {
      case Stage.Available available -> recalled(available.recalled(reason));
      case Stage.Deprecation deprecation -> recalled(deprecation.recalled(reason));
      case Stage.Recalled _,
          Stage.Incoming _,
          Stage.Rejected _,
          Stage.Deleting _,
          Stage.Deleted _ ->
          new Decision.Refuse();
    };
  }

  private static Decision recalled(Stage.Recalled recalled) {
    return new Decision.Go(recalled, FirmwareRecalled::new);
  }
}
