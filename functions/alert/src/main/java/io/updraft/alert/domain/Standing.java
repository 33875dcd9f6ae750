package io.updraft.alert.domain;

import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one rule stands with one device: nothing is kept of a device that has never broken it.
 *
 * @param ruleVersion of the rule that {@code times} were judged by
 * @param open the alert that is not resolved; null for none
 * @param after points up to this time, in nanoseconds since the epoch, belong to what was resolved
 *     before, whenever they arrive
 * @param times of the points that broke the rule and have not triggered it yet, ascending
 * @param revision changes with each write; 0 for what is not kept
 */
public record Standing(
    long ruleVersion, @Nullable AlertId open, long after, List<Long> times, long revision) {
  public static final Standing NONE = new Standing(0, null, Long.MIN_VALUE, List.of(), 0);

  /** So much later than another a point may come that belongs into one window with it. */
  static final Duration LATE = Duration.ofHours(1);

  /** A rule wants 100 at most. */
  private static final int MOST_TIMES = 200;

  public Standing {
    times = List.copyOf(times);
  }

  /**
   * What breaches make of it; the order in which they arrive plays no part.
   *
   * @param breaches ascending by time
   */
  public Judgement judge(Rule rule, List<Breach> breaches) {
    List<Breach> fresh = breaches.stream().filter(breach -> breach.time() > after).toList();
    if (fresh.isEmpty()) {
      return new Judgement.Unchanged();
    }
    return open == null ? counted(rule, fresh) : new Judgement.GoesOn(open, fresh);
  }

  private Judgement counted(Rule rule, List<Breach> fresh) {
    NavigableSet<Long> all = new TreeSet<>(rule.version() == ruleVersion ? times : List.of());
    fresh.forEach(breach -> all.add(breach.time()));
    List<Long> ascending = List.copyOf(all);
    int first = new Window(rule.terms()).first(ascending);
    if (first >= 0) {
      return new Judgement.Triggered(
          ascending.get(first), ascending.getLast(), ascending.size() - first, fresh.getLast());
    }
    List<Long> kept = recent(ascending, rule.terms().evaluationWindow());
    return kept.equals(times) && rule.version() == ruleVersion
        ? new Judgement.Unchanged()
        : new Judgement.Remembered(new Standing(rule.version(), null, after, kept, revision));
  }

  private static List<Long> recent(List<Long> ascending, Duration window) {
    long oldest = ascending.getLast() - window.plus(LATE).toNanos();
    return ascending.stream()
        .skip(Math.max(0, ascending.size() - MOST_TIMES))
        .filter(time -> time >= oldest)
        .toList();
  }

  /** With an alert that begins. */
  public Standing opened(AlertId alert) {
    return new Standing(ruleVersion, alert, after, List.of(), revision);
  }
}
