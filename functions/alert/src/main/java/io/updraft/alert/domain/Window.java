package io.updraft.alert.domain;

import java.util.List;

/**
 * So many points within so much time.
 *
 * @param nanos the longest time between the first and the last of them
 */
record Window(long nanos, int count) {
  Window(RuleTerms terms) {
    this(terms.evaluationWindow().toNanos(), terms.triggerCount());
  }

  /**
   * Where the first window begins that holds enough points; -1 where none does.
   *
   * @param ascending times in nanoseconds
   */
  int first(List<Long> ascending) {
    for (int i = 0; i + count <= ascending.size(); i++) {
      if (ascending.get(i + count - 1) - ascending.get(i) <= nanos) {
        return i;
      }
    }
    return -1;
  }
}
