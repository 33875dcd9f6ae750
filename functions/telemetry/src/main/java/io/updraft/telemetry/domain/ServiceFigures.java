package io.updraft.telemetry.domain;

import java.time.Instant;
import java.util.Map;

/** Counts what arrives in an organization, hour by hour. */
public interface ServiceFigures {
  /**
   * Counts what a batch of arrivals brought; a batch that comes again at once is counted once.
   *
   * @param batchId the same at a repeat
   * @param hour since the epoch
   */
  void add(String organization, long hour, String batchId, Figures figures);

  /** The figures of each hour from one on, counted from the epoch; hours without any are absent. */
  Map<Long, Figures> since(String organization, Instant from);
}
