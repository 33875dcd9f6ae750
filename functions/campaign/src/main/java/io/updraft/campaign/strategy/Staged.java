package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import java.time.Instant;

/**
 * Batches of {@code batch_size}; the next one when the one before has ended. Whether it ended
 * within the threshold is judged for every campaign, before its strategy is asked. Stage {@code n}
 * is the n-th batch.
 */
record Staged() implements Strategy {
  @Override
  public Step next(Figures figures, Stage stage, Instant now) {
    if (stage.number() == 0 || figures.promoted()) {
      return nextBatch(figures, stage);
    }
    if (Slots.wanted(figures, stage.goal())) {
      return Slots.fill(figures, stage.goal());
    }
    if (figures.unreleased() == 0) {
      return Slots.forTheLast(figures);
    }
    return over(figures) ? nextBatch(figures, stage) : batchToEnd(figures, stage);
  }

  private static Step nextBatch(Figures figures, Stage stage) {
    int number = stage.number() + 1;
    long goal = Math.max(stage.goal(), figures.released()) + figures.pace().batchSize();
    return new Step.Enter(new Stage(number, goal, null), "batch %d begins".formatted(number));
  }

  /** Silent devices hold up no batch, but a batch of nothing else has shown nothing. */
  private static boolean over(Figures figures) {
    return figures.tally().occupied() == 0 && figures.ended() > 0;
  }

  private static Step batchToEnd(Figures figures, Stage stage) {
    return Step.Wait.on(
        "batch %d: %s still under way; %s wait for the next batches"
            .formatted(
                stage.number(),
                Slots.updates(figures.active()),
                Slots.updates(figures.unreleased())));
  }
}
