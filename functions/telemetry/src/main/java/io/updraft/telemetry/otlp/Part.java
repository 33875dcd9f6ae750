package io.updraft.telemetry.otlp;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the values of a data point.
 *
 * @param suffix what it adds to the name of the metric
 * @param inUnit whether it is in the unit of the metric
 * @param value empty where there is none, or no finite one
 */
record Part(String suffix, boolean inUnit, Optional<Value> value) {

  static Part decimal(String suffix, double number) {
    Optional<Value> value =
        Double.isFinite(number) ? Optional.of(new Value.Decimal(number)) : Optional.empty();
    return new Part(suffix, true, value);
  }

  static Part whole(String suffix, long number) {
    return new Part(suffix, true, Optional.of(new Value.Whole(number)));
  }

  /**
   * How many there were.
   *
   * @param unsigned all 64 bits of it
   */
  static Part count(long unsigned) {
    Value value =
        unsigned >= 0
            ? new Value.Whole(unsigned)
            : new Value.Exact(new BigDecimal(Long.toUnsignedString(unsigned)));
    return new Part(".count", false, Optional.of(value));
  }
}
