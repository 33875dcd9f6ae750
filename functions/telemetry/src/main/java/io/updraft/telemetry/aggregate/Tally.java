package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import org.jspecify.annotations.Nullable;

/** What is known so far of the points of one interval. */
interface Tally {
  /**
   * Takes one more point in, of a type that the aggregation reads.
   *
   * @return whether it says something and is to be counted
   */
  boolean take(Sample sample);

  /**
   * What the points give.
   *
   * @param count how many of them were counted, at least one
   */
  Value value(long count);

  /** See {@link Bucket#error()}. */
  default @Nullable Double error() {
    return null;
  }
}
