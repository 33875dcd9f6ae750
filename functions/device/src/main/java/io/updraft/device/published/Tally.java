package io.updraft.device.published;

/**
 * How many updates of one campaign are in which state: {@code total = pending + inProgress +
 * completed + failed + cancelled} at every moment.
 *
 * @param pending created or scheduled
 * @param failed those that are to be retried among them
 * @param occupied released and not ended, but for devices that stayed silent for the timeout: what
 *     {@code max_concurrent_updates} bounds
 * @param downloads updates that got past downloading
 * @param scheduled released and not begun: a part of {@code pending}
 * @param installed in a blue-green campaign, installed and waiting for the switch: a part of {@code
 *     inProgress}, without a slot
 * @param retrying failed, and an automatic retry is due: a part of {@code failed}, with a slot
 */
public record Tally(
    long total,
    long pending,
    long inProgress,
    long completed,
    long failed,
    long cancelled,
    long occupied,
    long downloads,
    long scheduled,
    long installed,
    long retrying) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        total + other.total,
        pending + other.pending,
        inProgress + other.inProgress,
        completed + other.completed,
        failed + other.failed,
        cancelled + other.cancelled,
        occupied + other.occupied,
        downloads + other.downloads,
        scheduled + other.scheduled,
        installed + other.installed,
        retrying + other.retrying);
  }

  /** Updates that have not come to an end that lasts. */
  public long unfinished() {
    return pending + inProgress + retrying;
  }
}
