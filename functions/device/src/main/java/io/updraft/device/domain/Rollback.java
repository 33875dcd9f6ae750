package io.updraft.device.domain;

import io.updraft.device.published.RollbackTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of one device that goes back to a version that it had before.
 *
 * @param campaignId null where no campaign is the cause
 * @param fromVersion {@link #UNKNOWN} where the device never told its version; so {@code toVersion}
 * @param errorMessage why it failed
 * @param updateId the update that carries it out; null where there is no firmware to go back to
 */
public record Rollback(
    String organization,
    String rollbackId,
    @Nullable String campaignId,
    String deviceId,
    RollbackTrigger trigger,
    String reason,
    String fromVersion,
    String toVersion,
    RollbackStatus status,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable String errorMessage,
    @Nullable String updateId) {
  /** Stands for a version that nobody knows. */
  public static final String UNKNOWN = "unknown";

  /** Whether it succeeded; null while that is open. */
  public @Nullable Boolean success() {
    return switch (status) {
      case IN_PROGRESS -> null;
      case COMPLETED -> true;
      case FAILED -> false;
    };
  }
}
