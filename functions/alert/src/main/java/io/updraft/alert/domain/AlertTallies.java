package io.updraft.alert.domain;

/** Counts alerts; apart from them, since a whole fleet moves the counts. */
public interface AlertTallies {
  /**
   * Adds what has changed, once for each batch.
   *
   * @param more less than nothing where there are fewer
   */
  void add(String organization, String batch, AlertCounts more);

  AlertCounts of(String organization);
}
