package io.updraft.firmware.arrived;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.verification.SettleUpload;
import java.time.Clock;
import java.util.Optional;

/** Settles the upload of an object that has arrived; an object of no upload is removed. */
final class TakeArrival {
  private final Firmwares firmwares;
  private final IncomingBytes incoming;
  private final SettleUpload settleUpload;
  private final Clock clock;

  TakeArrival(Firmwares firmwares, IncomingBytes incoming, SettleUpload settleUpload, Clock clock) {
    this.firmwares = firmwares;
    this.incoming = incoming;
    this.settleUpload = settleUpload;
    this.clock = clock;
  }

  void take(Place place) {
    Optional<Ticket> ticket = firmwares.ticket(place);
    if (ticket.isEmpty()) {
      // Never begun, or ended: its address was used again.
      incoming.discard(place, Optional.empty());
      return;
    }
    Actor system = Actor.system(place.organization(), clock.instant());
    // Each outcome is an end of this work: what is not settled now, another works on.
    var _ = settleUpload.settle(ticket.get().firmwareId(), system, Patience.endless());
  }
}
