package io.updraft.alert.sweep;

import io.updraft.alert.domain.Breach;
import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Deletions;
import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.alert.moves.RaiseAlert.Violation;
import io.updraft.telemetry.published.Nanos;
import io.updraft.telemetry.published.StoredPoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a device has been silent for too long, and sets when to look again: when it would
 * be at the earliest. So a device costs one write a period, however much it sends.
 */
final class DueWatch {
  private final Watches watches;
  private final Rules rules;
  private final StoredPoints points;
  private final Deletions deletions;
  private final Fleet fleet;
  private final RaiseAlert raiseAlert;
  private final Clock clock;

  DueWatch(
      Watches watches,
      Rules rules,
      StoredPoints points,
      Deletions deletions,
      Fleet fleet,
      RaiseAlert raiseAlert,
      Clock clock) {
    this.watches = watches;
    this.rules = rules;
    this.points = points;
    this.deletions = deletions;
    this.fleet = fleet;
    this.raiseAlert = raiseAlert;
    this.clock = clock;
  }

  void look(Place place) {
    String stamp = rules.stamp(place.organization()).orElse("");
    Optional<Rule> rule = rules.find(place.organization(), place.rule()).filter(Rule::enabled);
    if (rule.isPresent()
        && rule.get().terms().condition() instanceof Condition.Absent(Duration silent)) {
      look(place, rule.get(), silent, stamp);
    } else {
      watches.drop(place);
    }
  }

  private void look(Place place, Rule rule, Duration silent, String stamp) {
    Instant now = clock.instant();
    Optional<Instant> last =
        points
            .latest(place.organization(), place.deviceId(), rule.terms().metricName())
            .map(point -> Nanos.time(point.time()));
    Instant silentAt = last.map(time -> time.plus(silent)).orElse(now);
    if (silentAt.isAfter(now)) {
      watches.set(place, rule.version(), silentAt);
      return;
    }
    if (goneSince(place, last) || !covers(rule, place)) {
      watches.drop(place);
      return;
    }
    // If this fails, it is looked at again in the next run.
    raise(place, rule, new Breach(Nanos.of(now), seconds(last, rule, now)), stamp);
    watches.set(place, rule.version(), now.plus(silent));
  }

  /** A device can have left the group of the rule since it was watched. */
  private boolean covers(Rule rule, Place place) {
    return rule.terms()
        .devices()
        .include(place.deviceId(), () -> fleet.device(place.organization(), place.deviceId()));
  }

  /** What is known of a deleted device stays for a time, and would be silent for good. */
  private boolean goneSince(Place place, Optional<Instant> last) {
    return deletions
        .find(place.organization(), place.deviceId())
        .filter(deletion -> last.filter(deletion::isBefore).isEmpty())
        .isPresent();
  }

  private void raise(Place place, Rule rule, Breach breach, String stamp) {
    Violation violation =
        new Violation(rule, place.deviceId(), List.of(breach), clock.instant(), stamp);
    RaiseAlert.Raised raised = raiseAlert.raise(violation);
    if (raised != RaiseAlert.Raised.DONE) {
      throw new IllegalStateException("silence of " + place.deviceId() + ": " + raised);
    }
  }

  /** Of a device that has never sent it, since the rule says so. */
  private static String seconds(Optional<Instant> last, Rule rule, Instant now) {
    return Long.toString(Duration.between(last.orElse(rule.updatedAt()), now).toSeconds());
  }
}
