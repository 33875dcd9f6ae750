package io.updraft.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import io.updraft.telemetry.published.Value;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The value, as it was sent, of the point that is first in an order: the least, the earliest. */
final class Foremost implements Tally {
  private final Comparator<Sample> order;
  private @Nullable Sample foremost;

  Foremost(Comparator<Sample> order) {
    this.order = order;
  }

  @Override
  public boolean take(Sample sample) {
    if (foremost == null || order.compare(sample, foremost) < 0) {
      foremost = sample;
    }
    return true;
  }

  @Override
  public Value value(long count) {
    return requireNonNull(foremost).value();
  }
}
