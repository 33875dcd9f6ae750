package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.IncomingBytes.Parts;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;
import io.updraft.firmware.domain.UploadLimits;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins an upload straight to the store. */
final class StartUpload {
  /** As many addresses as one answer shows; more are to be asked for. */
  private static final Parts FIRST_PARTS = new Parts(1, 100);

  private final Firmwares firmwares;
  private final SigningKeys keys;
  private final IncomingBytes incoming;
  private final UploadLimits limits;
  private final Supplier<String> uploadIds;

  StartUpload(
      Firmwares firmwares,
      SigningKeys keys,
      IncomingBytes incoming,
      UploadLimits limits,
      Supplier<String> uploadIds) {
    this.firmwares = firmwares;
    this.keys = keys;
    this.incoming = incoming;
    this.limits = limits;
    this.uploadIds = uploadIds;
  }

  Started start(Declaration declared, Actor actor) {
    String keyId = declared.signingKeyId();
    if (keyId != null && keys.find(actor.organization(), keyId).isEmpty()) {
      return new Started.UnknownSigningKey();
    }
    Optional<Firmware> former = firmwares.find(actor.organization(), declared.firmwareId());
    return former
        .filter(firmware -> !firmware.isFree())
        .map(firmware -> met(firmware, declared))
        .orElseGet(() -> begin(declared, actor, former));
  }

  /** The id is taken. */
  private Started met(Firmware firmware, Declaration declared) {
    return switch (firmware.stage()) {
      case Stage.PendingUpload pending when awaits(firmware, pending, declared) ->
          pending(firmware, pending.upload(), false);
      case Stage.Incoming incomplete -> Occupied.by(incomplete);
      case Stage.Verified verified -> Occupied.by(firmware, verified, declared.checksumSha256());
      case Stage.Deleting _, Stage.Deleted _, Stage.Rejected _ -> Occupied.byDeletion();
    };
  }

  /** Asking again for what was begun, as after a lost answer, continues it. */
  private static boolean awaits(
      Firmware firmware, Stage.PendingUpload pending, Declaration declared) {
    return pending.upload().way() != Way.DIRECT && firmware.declaration().equals(declared);
  }

  private Started begin(Declaration declared, Actor actor, Optional<Firmware> former) {
    Upload upload = upload(declared, actor);
    Firmware begun = Firmware.begun(declared, new Stage.PendingUpload(upload), actor, former);
    return firmwares
        .save(Change.silent(former, begun, actor))
        .map(saved -> pending(saved, upload, true))
        .orElseGet(() -> overtaken(actor, upload));
  }

  private Started overtaken(Actor actor, Upload upload) {
    incoming.discard(
        new Place(actor.organization(), upload.uploadId()),
        Optional.ofNullable(upload.multipartId()));
    return new Started.Conflict("Another upload of this firmware was begun; try again.");
  }

  private Upload upload(Declaration declared, Actor actor) {
    String uploadId = uploadIds.get();
    Way way = limits.wayOf(declared.fileSize());
    return new Upload(
        uploadId,
        way,
        multipartId(way, new Place(actor.organization(), uploadId)),
        actor.at().plus(limits.validity()));
  }

  private @Nullable String multipartId(Way way, Place place) {
    return way == Way.MULTIPART ? incoming.openMultipart(place) : null;
  }

  private Started pending(Firmware firmware, Upload upload, boolean created) {
    Ticket ticket = new Ticket(firmware.organization(), firmware.firmwareId(), upload);
    Addresses addresses =
        incoming.addresses(ticket, firmware.declaration().fileSize(), FIRST_PARTS);
    return new Started.Pending(firmware, upload, addresses, created);
  }
}
