package io.updraft.device.moves;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Rollbacks.Begun;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Validation;
import io.updraft.device.published.Priority;
import io.updraft.device.published.UpdateIds;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes a device back to a version that it had before: by an update like others, but urgent. */
public final class TakeBack {
  private static final int MAX_RETRIES = 3;
  private static final String NO_FIRMWARE = "there is no firmware to go back to";

  private final Rollbacks rollbacks;
  private final EarlierFirmware earlier;
  private final UpdateIds ids;
  private final Clock clock;

  public TakeBack(Updates updates, Rollbacks rollbacks, FirmwareCatalogue catalogue, Clock clock) {
    this.rollbacks = rollbacks;
    this.earlier = new EarlierFirmware(updates, catalogue);
    this.ids = UpdateIds.of(clock);
    this.clock = clock;
  }

  /** How it ended; each but {@code LATER} ends the same way when it is repeated. */
  public enum Outcome {
    BEGUN,
    ALREADY,
    /** The device has another rollback, or another update to that firmware, to end first. */
    LATER,
    DEVICE_GONE,
    /** Recorded as failed. */
    IMPOSSIBLE
  }

  /** Finds the firmware and begins; where there is none, the rollback is recorded as failed. */
  public Outcome carryOut(Origin origin, RollbackOrder order) {
    Optional<FirmwareFacts> firmware = firmware(order);
    Begun begun = firmware.map(f -> begin(origin, order, f).begun()).orElse(Begun.FIRMWARE_GONE);
    return switch (begun) {
      case BEGUN -> Outcome.BEGUN;
      case ALREADY -> Outcome.ALREADY;
      case TAKEN -> Outcome.LATER;
      case DEVICE_GONE -> Outcome.DEVICE_GONE;
      case FIRMWARE_GONE -> impossible(origin, order);
    };
  }

  private Optional<FirmwareFacts> firmware(RollbackOrder order) {
    return Optional.ofNullable(order.to())
        .flatMap(Version::parse)
        .map(to -> earlier.find(order.organization(), order.deviceId(), to, order.alike()))
        .flatMap(found -> Optional.ofNullable(found.firmware()));
  }

  private Outcome impossible(Origin origin, RollbackOrder order) {
    rollbacks.record(order.failed(ids.next(), NO_FIRMWARE, clock.instant()), origin);
    return Outcome.IMPOSSIBLE;
  }

  /** Begins with a firmware that was found before. */
  public Beginning begin(Origin origin, RollbackOrder order, FirmwareFacts firmware) {
    Instant now = clock.instant();
    String updateId = ids.next();
    Update created = new Update(assignment(order, updateId, firmware, now), Course.created(now));
    Update update = created.scheduled(now);
    Rollback rollback = order.begun(update, now);
    boolean refer = !firmware.referred() && firmware.status() == FirmwareStatus.AVAILABLE;
    return new Beginning(rollbacks.begin(rollback, update, origin, refer), rollback);
  }

  private static Assignment assignment(
      RollbackOrder order, String updateId, FirmwareFacts firmware, Instant now) {
    return new Assignment(
        order.organization(),
        updateId,
        order.deviceId(),
        firmware.firmwareId(),
        firmware.version().text(),
        order.campaignId(),
        Assignment.shardOf(updateId),
        Priority.EMERGENCY,
        order.from(),
        order.timeout(),
        MAX_RETRIES,
        Validation.DONE,
        now,
        order.by(),
        Terms.takingBack(order.idBesides(updateId), order.trigger()));
  }

  /** What became of a beginning, and the rollback as it was to begin. */
  public record Beginning(Begun begun, Rollback rollback) {}
}
