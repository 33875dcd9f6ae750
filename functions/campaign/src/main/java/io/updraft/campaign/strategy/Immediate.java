package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import java.time.Instant;

/** Everything at once, within the slots. */
record Immediate() implements Strategy {
  @Override
  public Step next(Figures figures, Stage stage, Instant now) {
    return Slots.wanted(figures, Long.MAX_VALUE)
        ? Slots.fill(figures, Long.MAX_VALUE)
        : Slots.forTheLast(figures);
  }
}
