package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Numeric;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A data point in its series.
 *
 * @param time nanoseconds since the epoch
 * @param before the value of the point before it, of the same device and of a type that the
 *     aggregation reads; null for the first
 */
record Sample(String device, long time, Value value, @Nullable Value before) {
  /** By time, then by device: no two are equal. */
  static final Comparator<Sample> EARLIEST =
      Comparator.comparingLong(Sample::time).thenComparing(Sample::device);

  static final Comparator<Sample> LATEST =
      Comparator.comparingLong(Sample::time).reversed().thenComparing(Sample::device);

  static final Comparator<Sample> LEAST =
      Comparator.comparing(Sample::number, Numbers.ORDER).thenComparing(EARLIEST);

  static final Comparator<Sample> GREATEST =
      Comparator.comparing(Sample::number, Numbers.ORDER.reversed()).thenComparing(EARLIEST);

  /** The value as a number. */
  Numeric number() {
    return Numbers.of(value);
  }
}
