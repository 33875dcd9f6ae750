package io.updraft.device.rollback;

import io.updraft.device.domain.Rollback;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rollback as the API shows it.
 *
 * @param success null while it is in progress
 * @param updateId the update that carries it out; null where there was no firmware to go back to
 */
record RollbackView(
    String rollbackId,
    @Nullable String campaignId,
    String deviceId,
    String trigger,
    String reason,
    String fromVersion,
    String toVersion,
    String status,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Boolean success,
    @Nullable String errorMessage,
    @Nullable String updateId) {

  static RollbackView of(Rollback r) {
    return new RollbackView(
        r.rollbackId(),
        r.campaignId(),
        r.deviceId(),
        r.trigger().wireName(),
        r.reason(),
        r.fromVersion(),
        r.toVersion(),
        r.status().wireName(),
        r.startedAt(),
        r.completedAt(),
        r.success(),
        r.errorMessage(),
        r.updateId());
  }
}
