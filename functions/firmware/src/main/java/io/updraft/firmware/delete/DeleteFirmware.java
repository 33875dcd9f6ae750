package io.updraft.firmware.delete;

import io.updraft.events.FirmwareDeleted;
import io.updraft.events.FirmwareDeprecated;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.moves.Decision;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.moves.Moved;
import java.util.Optional;

/**
 * Removes a firmware that nothing has referred to, and takes any other out of choice. While the
 * bytes are being removed the id is not free, so that no new upload can lose its own to a late
 * removal; where a crash leaves it so, deleting again ends it.
 */
final class DeleteFirmware {
  private final Firmwares firmwares;
  private final IncomingBytes incoming;
  private final KeptBytes kept;
  private final MoveFirmware moveFirmware;

  DeleteFirmware(Firmwares firmwares, IncomingBytes incoming, KeptBytes kept) {
    this.firmwares = firmwares;
    this.incoming = incoming;
    this.kept = kept;
    this.moveFirmware = new MoveFirmware(firmwares);
  }

  Moved delete(String firmwareId, Actor actor) {
    firmwares
        .find(actor.organization(), firmwareId)
        .ifPresent(firmware -> removeKept(firmware, actor));
    Moved moved = moveFirmware.move(firmwareId, actor, DeleteFirmware::decide);
    if (moved instanceof Moved.Done(var before, var after)) {
      discardIncoming(before);
      removeKept(after, actor);
    }
    return moved;
  }

  private static Decision decide(Firmware firmware) {
    return switch (firmware.stage()) {
      case Stage.Verified verified when !firmware.referred() -> gone(verified.deleted());
      case Stage.Available available ->
          new Decision.Go(available.deprecated(), FirmwareDeprecated::new);
      case Stage.Deprecation _, Stage.Recalled _ -> new Decision.Stay();
      case Stage.Incoming _, Stage.Rejected _ -> gone(new Stage.Deleted());
      case Stage.Deleting _, Stage.Deleted _ -> new Decision.Refuse();
    };
  }

  private static Decision gone(Stage next) {
    return new Decision.Go(next, FirmwareDeleted::new);
  }

  private void discardIncoming(Firmware before) {
    if (before.stage() instanceof Stage.Incoming stage) {
      incoming.discard(
          new Place(before.organization(), stage.upload().uploadId()),
          Optional.ofNullable(stage.upload().multipartId()));
    }
  }

  private void removeKept(Firmware firmware, Actor actor) {
    if (firmware.stage() instanceof Stage.Deleting deleting) {
      kept.remove(deleting.file().objectKey());
      Firmware removed = firmware.moved(deleting.removed(), actor);
      // Where this is refused another has removed the bytes as well.
      var _ = firmwares.save(Change.silent(Optional.of(firmware), removed, actor));
    }
  }
}
