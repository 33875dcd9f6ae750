package io.updraft.fleet.telemetry;

import java.util.concurrent.atomic.LongAdder;

/** Counts what was sent, and what became of it. */
public final class Counts {
  private final LongAdder batches = new LongAdder();
  private final LongAdder points = new LongAdder();
  private final LongAdder bad = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder misjudged = new LongAdder();
  private final LongAdder repeats = new LongAdder();
  private final LongAdder answeredDifferently = new LongAdder();

  /**
   * The counts of a moment; of batches that were answered, repeats aside.
   *
   * @param bad points that were made wrong
   * @param misjudged batches of which other points were refused than the bad ones
   * @param repeats batches that were sent again on purpose
   * @param answeredDifferently repeats whose answer was not that of the first time
   */
  public record Figures(
      long batches,
      long points,
      long bad,
      long accepted,
      long refused,
      long misjudged,
      long repeats,
      long answeredDifferently) {}

  public Figures figures() {
    return new Figures(
        batches.sum(),
        points.sum(),
        bad.sum(),
        accepted.sum(),
        refused.sum(),
        misjudged.sum(),
        repeats.sum(),
        answeredDifferently.sum());
  }

  void answered(Batch batch, Reply reply) {
    batches.increment();
    points.add(batch.size());
    bad.add(batch.bad().size());
    accepted.add(reply.accepted());
    refused.add(reply.refused().size());
    misjudged.add(reply.suits(batch) ? 0 : 1);
  }

  void repeated(Reply first, Reply second) {
    repeats.increment();
    answeredDifferently.add(first.equals(second) ? 0 : 1);
  }
}
