package io.updraft.telemetry.published;

import java.util.Map;

/** Counts alerts beside what has arrived, so that the figures of an organization tell both. */
public interface AlertFigures {
  /**
   * Counts alerts that were triggered; a batch that comes again at once is counted once.
   *
   * @param hour since the epoch
   * @param batch the same at a repeat
   * @param byDevice how many, by the ids of the devices
   */
  void add(String organization, long hour, String batch, Map<String, Long> byDevice);
}
