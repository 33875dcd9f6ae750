package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import io.updraft.device.published.MaintenanceWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another strategy, that reaches for devices within a maintenance window only. What is on devices
 * already goes on outside it, and is judged.
 *
 * @param window null where devices may be reached for at any time
 */
record InWindow(Strategy strategy, @Nullable MaintenanceWindow window) implements Strategy {
  @Override
  public Step next(Figures figures, Stage stage, Instant now) {
    Step step = strategy.next(figures, stage, now);
    boolean reaches = step instanceof Step.Release || step instanceof Step.ReleaseSwitch;
    return reaches ? inWindow(step, now) : step;
  }

  private Step inWindow(Step step, Instant now) {
    if (window == null || window.open(now)) {
      return step;
    }
    Instant opens = window.opens(now);
    return new Step.Wait("its maintenance window, which opens " + opens, opens);
  }
}
