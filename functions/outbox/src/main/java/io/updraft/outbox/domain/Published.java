package io.updraft.outbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How publishing a batch ended.
 *
 * @param acknowledged how many events the broker has
 * @param setAside how many were set aside, each with its reason
 * @param newest when the newest acknowledged event was committed, null where there is none
 * @param stopped null when nothing is left to do
 */
public record Published(
    int acknowledged, int setAside, @Nullable Instant newest, @Nullable Stopped stopped) {
  /**
   * Where publishing stopped.
   *
   * @param position of the first event in the batch that is neither acknowledged nor set aside;
   *     everything from there on must be offered again, what is acknowledged among it included
   */
  public record Stopped(int position, String reason) {}
}
