package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;

/** {@link Aggregation#SUM}. */
final class Sum implements Tally {
  private final Total total = new Total();

  @Override
  public boolean take(Sample sample) {
    total.add(sample.number());
    return true;
  }

  @Override
  public Value value(long count) {
    return total.value();
  }
}
