package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * {@link Aggregation#MEDIAN}, {@link Aggregation#P95}, {@link Aggregation#P99}: exact as long as
 * the {@link Room} lets it keep all values, and beyond with a stated error. Numbers are read as the
 * nearest doubles.
 */
final class Percentile implements Tally {
  private final Room room;
  private final int percent;
  private Values values = new EveryValue();

  Percentile(Room room, int percent) {
    this.room = room;
    this.percent = percent;
  }

  @Override
  public boolean take(Sample sample) {
    int before = values.held();
    values.add(Numbers.nearest(sample.number()));
    values = values.within(room.most());
    room.changedBy(values.held() - before);
    return true;
  }

  @Override
  public Value value(long count) {
    return new Decimal(values.at(percent));
  }

  @Override
  public @Nullable Double error() {
    return values.error();
  }

  /** Keeps at most so many values from now on. */
  void shrinkTo(int most) {
    values = values.within(most);
  }

  int held() {
    return values.held();
  }
}
