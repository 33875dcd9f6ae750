package io.updraft.device.domain;

import io.updraft.device.published.Priority;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an update is: one firmware for one device. It never changes.
 *
 * @param campaignId null outside a campaign
 * @param shard which part of the tally counts it, 0..31
 * @param fromVersion the device's version when it was assigned, where known
 * @param timeout from the device's first contact
 */
public record Assignment(
    String organization,
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    int shard,
    Priority priority,
    @Nullable String fromVersion,
    Duration timeout,
    int maxRetries,
    boolean deviceValidated,
    Instant createdAt,
    String createdBy) {

  /** Whose tally counts it: the campaign, or the firmware for updates outside campaigns. */
  public String tallied() {
    return campaignId == null ? firmwareId : campaignId;
  }
}
