package io.updraft.firmware.complete;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.IncomingBytes.Assembly;
import io.updraft.firmware.domain.IncomingBytes.Part;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.verification.Settlement;
import java.util.List;
import java.util.Optional;

/** Puts the parts of an upload together, where it has any, and settles it. */
final class CompleteUpload {
  private final Firmwares firmwares;
  private final IncomingBytes incoming;
  private final SettleUpload settleUpload;

  CompleteUpload(Firmwares firmwares, IncomingBytes incoming, SettleUpload settleUpload) {
    this.firmwares = firmwares;
    this.incoming = incoming;
    this.settleUpload = settleUpload;
  }

  /** What came of it. */
  sealed interface Completed {
    /** The upload got as far as this. */
    record Settled(Settlement settlement) implements Completed {}

    /** The parts are missing, or not those of the store. */
    record WrongParts(String message) implements Completed {}

    /** The firmware awaits another upload than the one named. */
    record AnotherUpload() implements Completed {}
  }

  Completed complete(String firmwareId, Given given, Actor actor, Patience patience) {
    Optional<Completed> obstacle =
        firmwares.find(actor.organization(), firmwareId).flatMap(f -> obstacle(f, given));
    return obstacle.orElseGet(
        () -> new Completed.Settled(settleUpload.settle(firmwareId, actor, patience)));
  }

  /** What a client knows of its upload. */
  record Given(Optional<String> uploadId, List<Part> parts) {
    Given {
      parts = List.copyOf(parts);
    }
  }

  private Optional<Completed> obstacle(Firmware firmware, Given given) {
    if (!(firmware.stage() instanceof Stage.PendingUpload pending)) {
      return Optional.empty();
    }
    Upload upload = pending.upload();
    if (given.uploadId().filter(id -> !id.equals(upload.uploadId())).isPresent()) {
      return Optional.of(new Completed.AnotherUpload());
    }
    return upload.way() == Way.MULTIPART ? assemble(firmware, upload, given) : Optional.empty();
  }

  private Optional<Completed> assemble(Firmware firmware, Upload upload, Given given) {
    Ticket ticket = new Ticket(firmware.organization(), firmware.firmwareId(), upload);
    if (incoming.version(ticket.place()).isPresent()) {
      return Optional.empty();
    }
    if (given.parts().isEmpty()) {
      return Optional.of(new Completed.WrongParts("are required, with their ETags"));
    }
    return switch (incoming.assemble(ticket, firmware.declaration().fileSize(), given.parts())) {
      case Assembly.ASSEMBLED -> Optional.empty();
      case Assembly.PARTS_DO_NOT_FIT ->
          Optional.of(
              new Completed.WrongParts(
                  "are not those that the store has, or not all of them; put what is missing, and complete again"));
    };
  }
}
