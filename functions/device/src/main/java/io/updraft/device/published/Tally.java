package io.updraft.device.published;

/**
 * How many updates of one campaign are in which state: {@code total = pending + inProgress +
 * completed + failed + cancelled} at every moment.
 *
 * @param pending created or scheduled
 * @param occupied released and not ended, but for devices that stayed silent for the timeout: what
 *     {@code max_concurrent_updates} bounds
 * @param downloads updates that got past downloading
 */
public record Tally(
    long total,
    long pending,
    long inProgress,
    long completed,
    long failed,
    long cancelled,
    long occupied,
    long downloads) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        total + other.total,
        pending + other.pending,
        inProgress + other.inProgress,
        completed + other.completed,
        failed + other.failed,
        cancelled + other.cancelled,
        occupied + other.occupied,
        downloads + other.downloads);
  }

  public long unfinished() {
    return pending + inProgress;
  }
}
