package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Stage;
import java.time.Instant;

/**
 * In which order and at which pace targets are released: a pure function of the campaign's figures
 * and of the stage in which the same strategy has put it.
 */
@FunctionalInterface
public interface Strategy {
  /** What comes next; asked again after each step, until it is {@link Step.Wait}. */
  Step next(Figures figures, Stage stage, Instant now);

  /** The strategy of a campaign, which keeps to its maintenance window. */
  static Strategy of(Pace pace) {
    return new InWindow(named(pace.strategy()), pace.window());
  }

  private static Strategy named(DeploymentStrategy name) {
    return switch (name) {
      // What sets a scheduled campaign apart, its start and its end, holds for all of them.
      case IMMEDIATE, SCHEDULED -> new Immediate();
      case STAGED -> new Staged();
      case CANARY -> new Canary();
      case BLUE_GREEN -> new BlueGreen();
    };
  }
}
