package io.updraft.device.published;

import io.updraft.dynamodb.Transaction;
import java.util.List;

/**
 * What the campaign engine asks of the updates of its targets. Every step can be repeated: a
 * repetition changes nothing.
 */
public interface CampaignUpdates {
  /** How many targets fit into one {@link #hold} beside four writes of the caller. */
  int MOST_TARGETS = 30;

  /**
   * The writes that make devices targets: for each an update in state {@code created} with its
   * event, the device's note of it, and the tally. A part of the name {@code target DEVICE_ID}
   * fails where the device is gone or has an unfinished update to this firmware already.
   *
   * @param chunk the number of the chunk; it spreads the tallies
   */
  Transaction hold(Rollout rollout, int chunk, List<Target> targets);

  /** The name of a target's part in {@link #hold}. */
  static String part(String deviceId) {
    return "target " + deviceId;
  }

  /** Lets the device have its update; takes a slot. */
  Release release(Rollout rollout, Target target);

  /**
   * Ends an update that is not on its device; one that is on it is asked to be given up, and a
   * retry that is due lapses.
   */
  void cancel(Rollout rollout, Target target, String reason);

  /** The sum over all shards, each read consistently. */
  Tally tally(String organization, String campaignId);

  /**
   * Starts the timeout of an update that has installed and may now switch; nothing for any other.
   */
  void arm(Rollout rollout, Target target);

  /** Takes the device of a target back to the version that it had before, at once. */
  RollingBack rollBack(Rollout rollout, Target target, RollbackTrigger trigger, String reason);

  /** The rollbacks of a campaign, counted as its updates are. */
  Tally rollbackTally(String organization, String campaignId);

  /** What became of taking a device back. */
  enum RollingBack {
    BEGUN,
    /** It was begun before. */
    ALREADY,
    /** The device never got the update, or no longer runs what it brought. */
    NEEDLESS,
    /**
     * The update, or another rollback of the device, or an update to the earlier version, has not
     * ended: come again.
     */
    UNFINISHED,
    /** There is no firmware to go back to; the rollback is recorded as failed. */
    IMPOSSIBLE
  }

  /** What became of a release. */
  enum Release {
    RELEASED,
    /** It was released before. */
    ALREADY,
    /** It has ended before it was released. */
    ENDED
  }
}
