package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import org.jspecify.annotations.Nullable;

/**
 * What became of the points of one interval.
 *
 * @param start nanoseconds since the epoch, UTC: the first that belongs to the interval
 * @param count how many points the value is made of, at least one: without those that were skipped,
 *     and of a rate only those that have one before them
 * @param error null where the value is exact; of a percentile that is not, how far its rank may be
 *     from the one asked for, as a share of all points, in 99 of 100 cases: with 0.001 the value of
 *     {@code p95} lies between the percentiles 94.9 and 95.1
 */
public record Bucket(long start, Value value, long count, @Nullable Double error) {}
