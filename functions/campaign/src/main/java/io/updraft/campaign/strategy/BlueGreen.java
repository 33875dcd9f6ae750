package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import java.time.Instant;

/**
 * Every target installs into its inactive slot and waits, without a slot of the campaign; when all
 * have, or a user promotes, all may switch. Stage 1 begins with the switch.
 */
record BlueGreen() implements Strategy {
  private static final Stage SWITCHED = new Stage(1, Long.MAX_VALUE, null);

  @Override
  public Step next(Figures figures, Stage stage, Instant now) {
    boolean switched = stage.number() > 0;
    if (figures.promoted() && !switched) {
      return new Step.Enter(SWITCHED, "the switch is released");
    }
    if (Slots.wanted(figures, Long.MAX_VALUE)) {
      return Slots.fill(figures, Long.MAX_VALUE);
    }
    if (switched || !figures.resolved() || figures.active() == 0) {
      return Slots.forTheLast(figures);
    }
    return allInstalled(figures)
        ? new Step.ReleaseSwitch("all devices have installed")
        : Step.Wait.on(
            "%d of %d devices have installed and wait for the switch"
                .formatted(figures.tally().installed(), figures.active()));
  }

  private static boolean allInstalled(Figures figures) {
    return figures.tally().installed() == figures.active();
  }
}
