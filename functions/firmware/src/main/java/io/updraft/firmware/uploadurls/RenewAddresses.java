package io.updraft.firmware.uploadurls;

import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.IncomingBytes.Parts;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.domain.Upload;
import java.util.Optional;

/** Presigns addresses of an upload that is under way. */
final class RenewAddresses {
  private final Firmwares firmwares;
  private final IncomingBytes incoming;

  RenewAddresses(Firmwares firmwares, IncomingBytes incoming) {
    this.firmwares = firmwares;
    this.incoming = incoming;
  }

  /** What came of it. */
  sealed interface Renewed {
    /** Addresses, good until the upload ends. */
    record Given(Firmware firmware, Upload upload, Addresses addresses) implements Renewed {}

    /** No bytes are awaited. */
    record NotPending(Firmware firmware) implements Renewed {}

    /** There is no such firmware. */
    record NotFound() implements Renewed {}
  }

  Renewed renew(String organization, String firmwareId, Parts parts) {
    Optional<Firmware> found = firmwares.find(organization, firmwareId).filter(Firmware::isVisible);
    if (found.isEmpty()) {
      return new Renewed.NotFound();
    }
    Firmware firmware = found.get();
    return firmware.stage() instanceof Stage.PendingUpload pending
        ? given(firmware, pending.upload(), parts)
        : new Renewed.NotPending(firmware);
  }

  private Renewed given(Firmware firmware, Upload upload, Parts parts) {
    Ticket ticket = new Ticket(firmware.organization(), firmware.firmwareId(), upload);
    return new Renewed.Given(
        firmware, upload, incoming.addresses(ticket, firmware.declaration().fileSize(), parts));
  }
}
