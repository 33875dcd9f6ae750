package io.updraft.campaign.strategy;

/** Fills the free slots with targets before a position. */
final class Slots {
  private Slots() {}

  /** Whether targets before the position wait for their release. */
  static boolean wanted(Figures figures, long goal) {
    return figures.released() < Math.min(goal, figures.targets());
  }

  /** Releases what there is room for, or waits for a slot. */
  static Step fill(Figures figures, long goal) {
    long waiting = Math.min(goal, figures.targets()) - figures.released();
    long count = Math.min(figures.free(), waiting);
    return count > 0
        ? new Step.Release(count)
        : Step.Wait.on(
            "%s released to devices to end; no more than %d go out at once (max_concurrent_updates)"
                .formatted(
                    updates(figures.tally().occupied()), figures.pace().maxConcurrentUpdates()));
  }

  /** For the end of what has been released, all that was to be. */
  static Step.Wait forTheLast(Figures figures) {
    if (!figures.resolved()) {
      return Step.Wait.on(
          "its targets to be resolved, %d so far".formatted(figures.tally().total()));
    }
    long silent =
        Math.max(0, figures.active() - figures.tally().installed() - figures.tally().occupied());
    String unheard =
        silent > 0 ? "; %d of them not heard of for the timeout".formatted(silent) : "";
    return Step.Wait.on(updates(figures.active()) + " released to devices to end" + unheard);
  }

  static String updates(long number) {
    return number == 1 ? "1 update" : number + " updates";
  }
}
