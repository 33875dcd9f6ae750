package io.updraft.firmware.sweep;

import io.updraft.events.FirmwareRejected;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.verification.Settlement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends uploads whose time is over: what has arrived complete is settled even now, which makes good
 * an arrival that got lost; the rest is rejected, its id freed and its bytes removed.
 */
final class EndOverdueUploads {
  private static final Logger LOG = LoggerFactory.getLogger(EndOverdueUploads.class);
  private static final int MOST = 100;
  private static final String REASON = "the upload was not completed in time";

  private final Firmwares firmwares;
  private final IncomingBytes incoming;
  private final SettleUpload settleUpload;
  private final Clock clock;

  EndOverdueUploads(
      Firmwares firmwares, IncomingBytes incoming, SettleUpload settleUpload, Clock clock) {
    this.firmwares = firmwares;
    this.incoming = incoming;
    this.settleUpload = settleUpload;
    this.clock = clock;
  }

  /** How many were ended; the next run takes what this one leaves. */
  int end(Patience patience) {
    List<Ticket> overdue = firmwares.overdue(clock.instant(), MOST);
    int ended = 0;
    for (Ticket ticket : overdue) {
      if (!patience.isOver() && isEnded(ticket, patience)) {
        ended++;
      }
    }
    return ended;
  }

  /** One that fails does not keep the others waiting. */
  private boolean isEnded(Ticket ticket, Patience patience) {
    try {
      end(ticket, patience);
      return true;
    } catch (RuntimeException failure) {
      LOG.error("Upload {} was not ended", ticket.upload().uploadId(), failure);
      return false;
    }
  }

  private void end(Ticket ticket, Patience patience) {
    Actor system = Actor.system(ticket.organization(), clock.instant());
    switch (settleUpload.settle(ticket.firmwareId(), system, patience)) {
      case Settlement.NotArrived(var firmware) -> reject(firmware, ticket, system);
      case Settlement.Verified _,
          Settlement.Refused _,
          Settlement.StillVerifying _,
          Settlement.Unknown _ -> {}
    }
  }

  private void reject(Firmware firmware, Ticket ticket, Actor system) {
    if (firmware.stage() instanceof Stage.Incoming stage
        && stage.upload().equals(ticket.upload())) {
      Firmware rejected = firmware.moved(stage.rejected(REASON), system);
      var told = Change.told(firmware, rejected, new FirmwareRejected(rejected.change()), system);
      firmwares.save(told).ifPresent(_ -> discard(ticket));
    }
  }

  private void discard(Ticket ticket) {
    incoming.discard(ticket.place(), Optional.ofNullable(ticket.upload().multipartId()));
  }
}
