package io.updraft.fleet.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long alerts took, in the two parts that their events tell apart. */
final class AlertTimes {
  private final List<Duration> untilTriggered = new ArrayList<>();
  private final List<Duration> untilHeard = new ArrayList<>();
  private final List<Duration> all = new ArrayList<>();

  /** An alert, and when its point was accepted; the answer may be read after the alert began. */
  void add(Instant accepted, AlertEar.Heard heard) {
    untilTriggered.add(between(accepted, heard.triggered()));
    untilHeard.add(between(heard.triggered(), heard.at()));
    all.add(between(accepted, heard.at()));
  }

  private static Duration between(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.isNegative() ? Duration.ZERO : between;
  }

  Spread untilTriggered() {
    return new Spread(untilTriggered);
  }

  Spread untilHeard() {
    return new Spread(untilHeard);
  }

  Spread all() {
    return new Spread(all);
  }

  /** Few enough durations to be kept each. */
  record Spread(List<Duration> ascending) {
    Spread {
      ascending = ascending.stream().sorted().toList();
    }

    int count() {
      return ascending.size();
    }

    /** The duration that the given share of all did not exceed; the least for 0. */
    Duration percentile(double percent) {
      int rank = (int) Math.ceil(ascending.size() * percent / 100);
      return ascending.get(Math.max(0, rank - 1));
    }
  }
}
