package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Pace;
import io.updraft.device.published.Tally;

/**
 * What a strategy goes by.
 *
 * @param targets known so far
 * @param resolved whether these are all
 * @param released targets that have been treated by releasing
 * @param promoted whether a user wants the next stage at once
 */
public record Figures(
    long targets, boolean resolved, long released, Tally tally, Pace pace, boolean promoted) {

  /** Of a campaign, its engine, and a tally that was read after the engine. */
  public static Figures of(Campaign campaign, Engine engine, Tally tally) {
    return new Figures(
        engine.targets(),
        engine.resolved(),
        engine.released(),
        tally,
        campaign.plan().pace(),
        engine.promoted());
  }

  /** Targets that wait for their release. */
  public long unreleased() {
    return targets - released;
  }

  /** Slots that are free; more can be occupied than there are after these were lowered. */
  public long free() {
    return Math.max(0, pace.maxConcurrentUpdates() - tally.occupied());
  }

  /** Updates that have been released and can still end in one way or another. */
  public long active() {
    return tally.scheduled() + tally.inProgress() + tally.retrying();
  }

  /** Updates that have come to an end that lasts. */
  public long ended() {
    return tally.completed() + tally.failed() - tally.retrying() + tally.cancelled();
  }

  /** So many percent of the targets, rounded up: at least one, where there is one. */
  public long share(int percent) {
    return Math.min(targets, Math.max(1, Math.ceilDiv(targets * percent, 100L)));
  }
}
