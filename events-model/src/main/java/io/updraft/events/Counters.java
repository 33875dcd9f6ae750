package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The updates of a campaign by state, under the names that the HTTP API gives them.
 *
 * <p>The total is the sum of the others; {@link #of} reckons it. The constructor does not insist,
 * so that a reader still understands a later version that counts one more state.
 */
public record Counters(
    @JsonProperty("total_devices") long total,
    @JsonProperty("pending_devices") long pending,
    @JsonProperty("in_progress_devices") long inProgress,
    @JsonProperty("completed_devices") long completed,
    @JsonProperty("failed_devices") long failed,
    @JsonProperty("cancelled_devices") long cancelled) {
  public Counters {
    Required.count(total, "total_devices");
    Required.count(pending, "pending_devices");
    Required.count(inProgress, "in_progress_devices");
    Required.count(completed, "completed_devices");
    Required.count(failed, "failed_devices");
    Required.count(cancelled, "cancelled_devices");
  }

  /** Counters whose total is the sum of the given states. */
  public static Counters of(
      long pending, long inProgress, long completed, long failed, long cancelled) {
    long total = pending + inProgress + completed + failed + cancelled;
    return new Counters(total, pending, inProgress, completed, failed, cancelled);
  }
}
