package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Treats targets in the order of their positions, and moves a cursor of the engine after them. */
record TargetsInOrder(Engines engines, Targets targets, Lanes lanes) {
  /** What is treated before the cursor is written, and so treated again at most after a crash. */
  private static final long MOST_IN_STEP = 30;

  /**
   * One step.
   *
   * @param count how many at most
   * @param after the engine when all before a position have been treated
   * @return the engine after the step; empty where somebody else has moved it
   */
  Optional<Engine> treat(
      Engine before,
      long from,
      long count,
      Consumer<Target> treatment,
      LongFunction<Engine> after) {
    int limit = (int) Math.min(count, MOST_IN_STEP);
    List<Target> next = targets.held(before.organization(), before.campaignId(), from, limit);
    lanes.forEach(next, treatment);
    Engine moved = after.apply(from + next.size());
    return engines.save(before, moved) ? Optional.of(moved) : Optional.empty();
  }
}
