package io.updraft.device.moves;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackIds;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.domain.Update;
import io.updraft.device.published.RollbackTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What takes a device back, and why.
 *
 * @param rollbackId null where the one of the update that carries it out decides
 * @param campaignId null where no campaign is the cause
 * @param from the version that the device leaves, where known
 * @param to the version that it goes back to, where known
 * @param alike a firmware of the same name and model, or null
 * @param by the user, or {@code system}
 */
public record RollbackOrder(
    String organization,
    @Nullable String rollbackId,
    @Nullable String campaignId,
    String deviceId,
    RollbackTrigger trigger,
    String reason,
    @Nullable String from,
    @Nullable String to,
    @Nullable String alike,
    Duration timeout,
    String by) {

  /** The order to take back what an update did, or began to do, to its device. */
  public static RollbackOrder against(
      Update update, RollbackTrigger trigger, String reason, String by) {
    Assignment a = update.assignment();
    return new RollbackOrder(
        a.organization(),
        RollbackIds.takingBack(update),
        a.campaignId(),
        a.deviceId(),
        trigger,
        reason,
        a.firmwareVersion(),
        a.fromVersion(),
        a.firmwareId(),
        a.timeout(),
        by);
  }

  Rollback begun(Update update, Instant now) {
    return rollback(idBesides(update.id()), RollbackStatus.IN_PROGRESS, now, null, update.id());
  }

  Rollback failed(String updateId, String message, Instant now) {
    return rollback(idBesides(updateId), RollbackStatus.FAILED, now, message, null);
  }

  String idBesides(String updateId) {
    return rollbackId == null ? RollbackIds.besides(updateId) : rollbackId;
  }

  private Rollback rollback(
      String id,
      RollbackStatus status,
      Instant now,
      @Nullable String message,
      @Nullable String updateId) {
    return new Rollback(
        organization,
        id,
        campaignId,
        deviceId,
        trigger,
        reason,
        Objects.requireNonNullElse(from, Rollback.UNKNOWN),
        Objects.requireNonNullElse(to, Rollback.UNKNOWN),
        status,
        now,
        status == RollbackStatus.FAILED ? now : null,
        message,
        updateId);
  }
}
