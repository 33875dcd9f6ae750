package io.updraft.telemetry.aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds the values that the percentiles of all intervals of a query keep together.
 *
 * <p>An interval may keep {@link #EXACT_UP_TO} values, and beyond that a sketch that keeps fewer.
 * Whenever all of them together keep more than {@link #MOST_HELD}, as many as one interval may keep
 * is halved, and those that keep more turn to a (smaller) sketch: the largest first, while small
 * ones stay exact. It is halved down to {@link #LEAST}, so that in the end {@link #MOST_HELD} is
 * kept by up to 1,600 intervals, and by more of them {@link #LEAST} each. A value takes 8 bytes, or
 * 16 where it has just grown.
 *
 * <p>The error in rank is 0.12 % for a sketch of the first size and 1.7 % for one of the last.
 */
final class Room {
  /** Points of an interval whose percentiles are exact in any case but that of a full room. */
  static final int EXACT_UP_TO = 10_000;

  /** Values of all intervals together. */
  static final long MOST_HELD = 1_000_000;

  /** As many values every interval may keep, however many intervals there are. */
  static final int LEAST = 625;

  private final List<Percentile> tenants = new ArrayList<>();
  private final long mostHeld;
  private int most;
  private long held;

  Room(int most, long mostHeld) {
    this.most = most;
    this.mostHeld = mostHeld;
  }

  Percentile open(int percent) {
    Percentile tenant = new Percentile(this, percent);
    tenants.add(tenant);
    return tenant;
  }

  /** As many values one interval may keep. */
  int most() {
    return most;
  }

  long held() {
    return held;
  }

  void changedBy(int values) {
    held += values;
    while (held > mostHeld && most > LEAST) {
      halve();
    }
  }

  private void halve() {
    most = Math.max(most / 2, LEAST);
    tenants.forEach(tenant -> tenant.shrinkTo(most));
    held = tenants.stream().mapToLong(Percentile::held).sum();
  }
}
