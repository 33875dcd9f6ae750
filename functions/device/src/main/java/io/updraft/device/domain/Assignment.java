package io.updraft.device.domain;

import io.updraft.device.published.Priority;
import io.updraft.device.published.TallyName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an update is: one firmware for one device. It never changes, but for what is found out about
 * the device later.
 *
 * @param campaignId null outside a campaign
 * @param shard which part of the tally counts it, 0..31
 * @param fromVersion the device's version when it was assigned, where known
 * @param timeout from the device's first contact
 * @param validation what is still to be asked about the device
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
    Validation validation,
    Instant createdAt,
    String createdBy,
    Terms terms) {

  /** Into how many parts a tally is spread. */
  public static final int SHARDS = 32;

  public boolean deviceValidated() {
    return validation == Validation.DONE;
  }

  /** The same, with nothing left to ask. */
  Assignment validated() {
    return new Assignment(
        organization,
        updateId,
        deviceId,
        firmwareId,
        firmwareVersion,
        campaignId,
        shard,
        priority,
        fromVersion,
        timeout,
        maxRetries,
        Validation.DONE,
        createdAt,
        createdBy,
        terms);
  }

  /** The part that counts an update which belongs to no chunk of a campaign. */
  public static int shardOf(String updateId) {
    return Math.floorMod(updateId.hashCode(), SHARDS);
  }

  /**
   * Whose tally counts it: the campaign, the campaign's rollbacks, or the firmware for updates
   * outside campaigns.
   */
  public String tallied() {
    if (campaignId == null) {
      return firmwareId;
    }
    return takesBack() ? TallyName.rollbacksOf(campaignId) : campaignId;
  }

  /** Whether it takes its device back to a version that it had before. */
  public boolean takesBack() {
    return terms.rollback() != null;
  }

  /** Whether its campaign's state decides if it may go on: a rollback goes on in any. */
  public boolean gated() {
    return campaignId != null && !takesBack();
  }
}
