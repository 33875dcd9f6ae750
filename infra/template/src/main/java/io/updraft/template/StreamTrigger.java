package io.updraft.template;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The stream of a table, read by a function.
 *
 * @param id its name within the function
 * @param table logical id of the table
 * @param fromLatest whether a function that is new begins with what comes then, not with the oldest
 * @param batchSize records of one invocation at most
 * @param batchingWindow how long records may be held back to fill a batch
 * @param filters event patterns as JSON; a record passes if it matches one; none lets all pass
 * @param retries how often a failed batch is tried again; empty means until it succeeds
 * @param maximumAge records older than this are given up; zero means never
 * @param bisect whether a failed batch is split in two
 * @param reportsFailures whether the answer names the items that failed
 */
public record StreamTrigger(
    String function,
    String id,
    String table,
    boolean fromLatest,
    int batchSize,
    Duration batchingWindow,
    List<String> filters,
    OptionalInt retries,
    Duration maximumAge,
    boolean bisect,
    boolean reportsFailures)
    implements Trigger {
  public StreamTrigger {
    filters = List.copyOf(filters);
  }
}
