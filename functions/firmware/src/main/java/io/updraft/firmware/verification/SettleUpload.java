package io.updraft.firmware.verification;

import io.updraft.events.FirmwareRejected;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Stage;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Verifies what has arrived and makes the firmware available, or refuses it.
 *
 * <p>Any number may work on one upload at once, and each step may be repeated after a crash. One
 * version of the object is pinned in the firmware before it is read, and copied only as that
 * version; each decision is committed on the revision that it was made on. So the first wins, and
 * the others find its outcome. The order is: copy, commit, remove what arrived. A crash after the
 * copy repeats it; one after the commit leaves an object whose upload has ended, which is removed
 * when its arrival is told, and expires in any case.
 */
public final class SettleUpload {
  /** Each further attempt means that somebody else got on with the same upload. */
  private static final int ATTEMPTS = 10;

  private final Firmwares firmwares;
  private final IncomingBytes incoming;
  private final KeptBytes kept;
  private final Judge judge;

  public SettleUpload(Firmwares firmwares, IncomingBytes incoming, KeptBytes kept, Judge judge) {
    this.firmwares = firmwares;
    this.incoming = incoming;
    this.kept = kept;
    this.judge = judge;
  }

  /** Goes as far as the bytes and the patience allow. */
  public Settlement settle(String firmwareId, Actor actor, Patience patience) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Settlement> settled = step(firmwareId, actor, patience);
      if (settled.isPresent()) {
        return settled.get();
      }
    }
    throw new DependencyUnavailable("The upload", Duration.ofSeconds(2), null);
  }

  /** Empty where something changed meanwhile, so that it must be looked at again. */
  private Optional<Settlement> step(String firmwareId, Actor actor, Patience patience) {
    Optional<Firmware> found = firmwares.find(actor.organization(), firmwareId);
    if (found.isEmpty()) {
      return Optional.of(new Settlement.Unknown());
    }
    Firmware firmware = found.get();
    return switch (firmware.stage()) {
      case Stage.PendingUpload pending -> pin(firmware, pending, actor);
      case Stage.Verifying verifying -> new Work(firmware, verifying, actor, patience).verify();
      case Stage.Verified _ -> Optional.of(new Settlement.Verified(firmware));
      case Stage.Rejected _ -> Optional.of(new Settlement.Refused(firmware));
      case Stage.Deleting _, Stage.Deleted _ -> Optional.of(new Settlement.Unknown());
    };
  }

  private Optional<Settlement> pin(Firmware firmware, Stage.PendingUpload pending, Actor actor) {
    Optional<String> version = incoming.version(place(firmware, pending));
    if (version.isEmpty()) {
      return Optional.of(new Settlement.NotArrived(firmware));
    }
    save(firmware, firmware.moved(pending.arrived(version.get()), actor), actor);
    return Optional.empty();
  }

  private void save(Firmware before, Firmware after, Actor actor) {
    // Whether this one or another was written: the next look at the firmware tells.
    var _ = firmwares.save(Change.silent(Optional.of(before), after, actor));
  }

  private static Place place(Firmware firmware, Stage.Incoming stage) {
    return new Place(firmware.organization(), stage.upload().uploadId());
  }

  /** The work on one pinned version. */
  private final class Work {
    private final Firmware firmware;
    private final Stage.Verifying verifying;
    private final Actor actor;
    private final Patience patience;
    private final Place place;

    Work(Firmware firmware, Stage.Verifying verifying, Actor actor, Patience patience) {
      this.firmware = firmware;
      this.verifying = verifying;
      this.actor = actor;
      this.patience = patience;
      this.place = place(firmware, verifying);
    }

    Optional<Settlement> verify() {
      Optional<Optional<Digests>> read =
          incoming.read(place, verifying.pinned(), bytes -> Digests.of(bytes, patience));
      if (read.isEmpty()) {
        return pinAgain();
      }
      return read.get()
          .map(this::judged)
          .orElseGet(() -> Optional.of(new Settlement.StillVerifying(firmware)));
    }

    private Optional<Settlement> judged(Digests digests) {
      List<Flaw> flaws = judge.flaws(firmware.organization(), firmware.declaration(), digests);
      return flaws.isEmpty() ? keep(digests) : refuse(flaws);
    }

    private Optional<Settlement> keep(Digests digests) {
      if (!kept.keep(place, verifying.pinned(), firmware, digests)) {
        return pinAgain();
      }
      Firmware available =
          firmware.moved(
              verifying.verified(Keeping.of(firmware, digests, kept.key(firmware))), actor);
      var told = Change.told(firmware, available, Keeping.uploaded(available), actor);
      return ended(firmwares.save(told)).map(Settlement.Verified::new);
    }

    private Optional<Settlement> refuse(List<Flaw> flaws) {
      Firmware rejected = firmware.moved(verifying.rejected(reason(flaws)), actor);
      var told = Change.told(firmware, rejected, new FirmwareRejected(rejected.change()), actor);
      return ended(firmwares.save(told)).map(Settlement.Refused::new);
    }

    private Optional<Firmware> ended(Optional<Firmware> saved) {
      saved.ifPresent(_ -> incoming.discard(place, Optional.empty()));
      return saved;
    }

    /** The pinned version is gone: another has ended the upload, or other bytes were put. */
    private Optional<Settlement> pinAgain() {
      Optional<String> version = incoming.version(place);
      if (version.isPresent()) {
        save(firmware, firmware.moved(verifying.replaced(version.get()), actor), actor);
        return Optional.empty();
      }
      boolean unchanged =
          firmwares
              .find(firmware.organization(), firmware.firmwareId())
              .filter(now -> now.revision() == firmware.revision())
              .isPresent();
      return unchanged ? Optional.of(new Settlement.NotArrived(firmware)) : Optional.empty();
    }
  }

  private static String reason(List<Flaw> flaws) {
    return String.join("; ", flaws.stream().map(Flaw::toString).toList());
  }
}
