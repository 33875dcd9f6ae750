package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * {@link Aggregation#AVG}: the exact sum by the count, to 34 digits, and then the nearest double.
 * It is finite wherever all values are within the doubles, however large their sum.
 */
final class Average implements Tally {
  private final Total total = new Total();

  @Override
  public boolean take(Sample sample) {
    total.add(sample.number());
    return true;
  }

  @Override
  public Value value(long count) {
    BigDecimal mean = total.exact().divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    return Numbers.decimal(mean);
  }
}
