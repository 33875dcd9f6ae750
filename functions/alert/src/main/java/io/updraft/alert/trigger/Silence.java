package io.updraft.alert.trigger;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that a device is watched by a rule on silence from the first that is heard of it. From
 * then on the sweep looks by itself, once a period, and arrivals write nothing.
 */
final class Silence {
  private static final int MOST_KEPT = 100_000;

  private final Watches watches;
  private final Clock clock;
  private final LinkedHashMap<Watch, Instant> known = new LinkedHashMap<>(16, 0.75f, true);

  Silence(Watches watches, Clock clock) {
    this.watches = watches;
    this.clock = clock;
  }

  private record Watch(Place place, long ruleVersion) {}

  /** The device has sent the metric of the rule. */
  void heard(Rule rule, Condition.Absent absent, Arrived arrived) {
    Watch watch =
        new Watch(new Place(arrived.organization(), rule.id(), arrived.deviceId()), rule.version());
    Instant now = clock.instant();
    if (!knownAt(watch, now)) {
      keep(watch, due(watch, last(rule, arrived).plus(absent.silent()), now));
    }
  }

  /** Of damaged points it is known when they came. */
  private static Instant last(Rule rule, Arrived arrived) {
    List<DataPoint> points = arrived.points(rule.terms().metricName());
    return points.isEmpty() ? arrived.at() : Nanos.time(points.getLast().time());
  }

  private synchronized boolean knownAt(Watch watch, Instant now) {
    Instant until = known.get(watch);
    return until != null && until.isAfter(now);
  }

  private Instant due(Watch watch, Instant silentAt, Instant now) {
    Optional<Instant> set = watches.due(watch.place(), watch.ruleVersion());
    if (set.isPresent()) {
      return set.get();
    }
    Instant due = silentAt.isAfter(now) ? silentAt : now;
    watches.set(watch.place(), watch.ruleVersion(), due);
    return due;
  }

  private synchronized void keep(Watch watch, Instant until) {
    known.put(watch, until);
    if (known.size() > MOST_KEPT) {
      known.pollFirstEntry();
    }
  }
}
