package io.updraft.campaign.strategy;

/**
 * What a strategy goes by.
 *
 * @param targets known so far
 * @param resolved whether these are all
 * @param released targets that have been treated by releasing
 * @param occupied released and not ended: what {@code max_concurrent_updates} bounds
 */
public record Figures(
    long targets,
    boolean resolved,
    long released,
    long occupied,
    long completed,
    long failed,
    long cancelled,
    int maxConcurrentUpdates) {

  /** Targets that wait for their release. */
  public long unreleased() {
    return targets - released;
  }

  /** Slots that are free; more can be occupied than there are after these were lowered. */
  public long free() {
    return Math.max(0, maxConcurrentUpdates - occupied);
  }
}
