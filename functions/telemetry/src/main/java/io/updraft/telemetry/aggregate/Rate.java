package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Numeric;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * {@link Aggregation#RATE}: the sum of what each point of the interval adds to the one before it of
 * the same device, over all devices, by the seconds of the whole interval.
 *
 * <ul>
 *   <li>A value that is not below the one before it adds the difference.
 *   <li>A value below the one before it tells that the counter began again at zero, and adds
 *       itself; nothing where it is negative, which a counter is not.
 *   <li>The point before may lie in an earlier interval, any number of intervals ago: the increase
 *       belongs to the interval of the later point.
 *   <li>The first point of a device in the query has none before it, adds nothing and is not
 *       counted. An interval with such points only is left out: its rate is not 0, but unknown.
 * </ul>
 *
 * <p>It is the {@code increase} of Prometheus with its handling of resets
 * (prometheus.io/docs/prometheus/latest/querying/functions), without the extrapolation to the
 * borders of the interval: so whole counters give whole increases, and the increases of all
 * intervals add up to that of the query.
 */
final class Rate implements Tally {
  private static final int DIGITS_OF_NANOS = 9;
  private static final Numeric ZERO = new Whole(0);

  private final BigDecimal seconds;
  private final Total increase = new Total();

  /** Over an interval of so many nanoseconds. */
  Rate(long interval) {
    this.seconds = BigDecimal.valueOf(interval, DIGITS_OF_NANOS);
  }

  @Override
  public boolean take(Sample sample) {
    if (sample.before() == null) {
      return false;
    }
    count(Numbers.of(sample.before()), sample.number());
    return true;
  }

  @Override
  public Value value(long count) {
    BigDecimal perSecond = increase.exact().divide(seconds, MathContext.DECIMAL128);
    return Numbers.decimal(perSecond);
  }

  private void count(Numeric before, Numeric now) {
    if (Numbers.ORDER.compare(now, before) >= 0) {
      increase.add(now);
      increase.subtract(before);
    } else if (Numbers.ORDER.compare(now, ZERO) > 0) {
      increase.add(now);
    }
  }
}
