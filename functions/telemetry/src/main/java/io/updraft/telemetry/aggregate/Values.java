package io.updraft.telemetry.aggregate;

import org.jspecify.annotations.Nullable;

/** Numbers whose percentiles can be told. */
sealed interface Values permits EveryValue, SomeValues {
  void add(double value);

  /** How many numbers are kept. */
  int held();

  /** The percentile of all numbers that were added, at least one. */
  double at(int percent);

  /** See {@link Bucket#error()}. */
  @Nullable Double error();

  /** The same numbers, of which at most so many are kept. */
  Values within(int most);
}
