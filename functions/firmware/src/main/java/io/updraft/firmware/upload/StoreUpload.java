package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;
import io.updraft.firmware.verification.Flaw;
import io.updraft.firmware.verification.Judge;
import io.updraft.firmware.verification.Keeping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes a small firmware whole. The bytes are judged first, so that nothing is kept of bad ones.
 * Then the id is claimed, because only one may write the final place; a claim that a crash left
 * behind is taken over by a repetition with the same bytes, or ended by the sweep.
 */
final class StoreUpload {
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final Firmwares firmwares;
  private final KeptBytes kept;
  private final Judge judge;
  private final Supplier<String> uploadIds;

  StoreUpload(Firmwares firmwares, KeptBytes kept, Judge judge, Supplier<String> uploadIds) {
    this.firmwares = firmwares;
    this.kept = kept;
    this.judge = judge;
    this.uploadIds = uploadIds;
  }

  Started store(Declaration declared, byte[] bytes, Actor actor) {
    Digests digests = Digests.of(bytes);
    List<Flaw> flaws = judge.flaws(actor.organization(), declared, digests);
    if (!flaws.isEmpty()) {
      return new Started.Flawed(flaws);
    }
    Optional<Firmware> former = firmwares.find(actor.organization(), declared.firmwareId());
    return former
        .filter(firmware -> !firmware.isFree())
        .map(firmware -> met(firmware, declared, bytes, digests, actor))
        .orElseGet(() -> claim(former, declared, bytes, digests, actor));
  }

  private Started met(
      Firmware firmware, Declaration declared, byte[] bytes, Digests digests, Actor actor) {
    return switch (firmware.stage()) {
      case Stage.Verifying claim when isOf(firmware, claim, declared, digests) ->
          keep(firmware, claim, bytes, digests, actor);
      case Stage.Incoming incomplete -> Occupied.by(incomplete);
      case Stage.Verified verified -> Occupied.by(firmware, verified, digests.sha256());
      case Stage.Deleting _, Stage.Deleted _, Stage.Rejected _ -> Occupied.byDeletion();
    };
  }

  private static boolean isOf(
      Firmware firmware, Stage.Verifying claim, Declaration declared, Digests digests) {
    return claim.upload().way() == Way.DIRECT
        && claim.pinned().equals(digests.sha256())
        && firmware.declaration().equals(declared);
  }

  private Started claim(
      Optional<Firmware> former, Declaration declared, byte[] bytes, Digests digests, Actor actor) {
    Upload upload = new Upload(uploadIds.get(), Way.DIRECT, null, actor.at().plus(CLAIM));
    Stage.Verifying claim = new Stage.Verifying(upload, digests.sha256());
    Firmware claimed = Firmware.begun(declared, claim, actor, former);
    return firmwares
        .save(Change.silent(former, claimed, actor))
        .map(saved -> keep(saved, claim, bytes, digests, actor))
        .orElseGet(StoreUpload::overtaken);
  }

  private Started keep(
      Firmware claimed, Stage.Verifying claim, byte[] bytes, Digests digests, Actor actor) {
    kept.store(bytes, claimed, digests);
    Stage.Kept record = Keeping.of(claimed, digests, kept.key(claimed));
    Firmware available = claimed.moved(claim.verified(record), actor);
    var told = Change.told(claimed, available, Keeping.uploaded(available), actor);
    return firmwares.save(told).<Started>map(Started.Stored::new).orElseGet(StoreUpload::overtaken);
  }

  private static Started overtaken() {
    return new Started.Conflict("Another upload of this firmware was faster; try again.");
  }
}
