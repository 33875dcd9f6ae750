package io.updraft.firmware.domain;

import io.updraft.events.FirmwareChange;
import io.updraft.firmware.published.FirmwareFacts;
import java.time.Instant;
import java.util.Optional;

/**
 * One firmware of one organization.
 *
 * @param referred whether a campaign or update has ever referred to it
 * @param revision grows with every write; the guard of the next
 * @param sequence how many events have told of it, over all uploads of the same identity
 */
public record Firmware(
    String organization,
    String firmwareId,
    Declaration declaration,
    Stage stage,
    boolean referred,
    Authorship authorship,
    long revision,
    long sequence) {

  /** Who created it and who changed it last, and when. */
  public record Authorship(
      String createdBy, Instant createdAt, String updatedBy, Instant updatedAt) {
    static Authorship of(Actor actor) {
      return new Authorship(actor.user(), actor.at(), actor.user(), actor.at());
    }

    Authorship changedBy(Actor actor) {
      return new Authorship(createdBy, createdAt, actor.user(), actor.at());
    }
  }

  /**
   * A firmware that begins, in the place of a former one of the same identity that is gone.
   *
   * @param former what the id stood for before, if anything
   */
  public static Firmware begun(
      Declaration declaration, Stage.Incoming stage, Actor actor, Optional<Firmware> former) {
    return new Firmware(
        actor.organization(),
        declaration.firmwareId(),
        declaration,
        stage,
        false,
        Authorship.of(actor),
        former.map(Firmware::revision).orElse(0L),
        former.map(Firmware::sequence).orElse(0L));
  }

  /** The firmware in another stage, by whom. */
  public Firmware moved(Stage next, Actor actor) {
    return new Firmware(
        organization,
        firmwareId,
        declaration,
        next,
        referred,
        authorship.changedBy(actor),
        revision,
        sequence);
  }

  /** As it is after being written, with or without an event. */
  public Firmware written(boolean announced) {
    return new Firmware(
        organization,
        firmwareId,
        declaration,
        stage,
        referred,
        authorship,
        revision + 1,
        announced ? sequence + 1 : sequence);
  }

  /** Whether the id can be used again. */
  public boolean isFree() {
    return stage instanceof Stage.Rejected || stage instanceof Stage.Deleted;
  }

  /** Whether anybody may still see it. */
  public boolean isVisible() {
    return !(stage instanceof Stage.Deleting || stage instanceof Stage.Deleted);
  }

  /** What its events tell. */
  public FirmwareChange change() {
    return new FirmwareChange(
        firmwareId,
        declaration.name(),
        declaration.version().text(),
        declaration.deviceModel(),
        authorship.updatedBy(),
        authorship.updatedAt());
  }

  /** What other contexts know of it once it is verified. */
  public FirmwareFacts facts(Stage.Verified verified) {
    return new FirmwareFacts(
        organization,
        firmwareId,
        declaration.name(),
        declaration.version(),
        declaration.deviceModel(),
        declaration.minHardwareVersion(),
        declaration.maxHardwareVersion(),
        declaration.beta(),
        declaration.securityUpdate(),
        verified.status(),
        referred);
  }
}
