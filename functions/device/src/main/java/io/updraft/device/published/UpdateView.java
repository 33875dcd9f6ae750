package io.updraft.device.published;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An update as the API shows it.
 *
 * @param rollbackId the rollback that it carries out, or null
 * @param firmware id and version
 * @param currentPhase the state that the device is in, where it is at work
 * @param phases when the present attempt entered each of its states
 * @param retryAt when a failed one is tried again by itself; null where it is not
 * @param maintenanceWindow outside it the device may not begin; null where it may at any time
 * @param installMode how urgently the device is to install
 * @param forcedAt from when on that is at once; null in other modes than time_forced
 * @param requiresConfirmation whether the device begins only after somebody has confirmed there
 * @param cancelReason why the device is to give it up, or gave it up
 */
public record UpdateView(
    String updateId,
    String deviceId,
    @Nullable String campaignId,
    @Nullable String rollbackId,
    Firmware firmware,
    String status,
    String priority,
    double progressPercentage,
    double downloadProgress,
    double installProgress,
    @Nullable String currentPhase,
    Map<String, Instant> phases,
    @Nullable String fromVersion,
    String toVersion,
    @Nullable Instant scheduledAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant timeoutAt,
    @Nullable String cancelReason,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    int retryCount,
    int maxRetries,
    @Nullable Instant retryAt,
    @Nullable Map<String, Object> maintenanceWindow,
    InstallMode installMode,
    @Nullable Instant forcedAt,
    boolean requiresConfirmation,
    @Nullable Boolean signatureVerified,
    @Nullable Boolean checksumVerified,
    boolean deviceValidated,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {

  public UpdateView {
    phases = Map.copyOf(phases);
  }

  /** What the update brings. */
  public record Firmware(String firmwareId, String version) {}
}
