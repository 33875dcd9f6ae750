package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;

/** {@link Aggregation#COUNT}. */
final class Count implements Tally {
  @Override
  public boolean take(Sample sample) {
    return true;
  }

  @Override
  public Value value(long count) {
    return new Value.Whole(count);
  }
}
