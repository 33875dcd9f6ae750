package io.updraft.alert.sweep;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Enrolments;
import io.updraft.alert.domain.Enrolments.Enrolment;
import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.telemetry.published.StoredPoints;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the devices of a new rule on silence watched, some at each run: those that it names, and
 * those that have sent the metric.
 */
final class DueEnrolment {
  private static final int AT_ONCE = 500;

  private final Enrolments enrolments;
  private final Rules rules;
  private final Fleet fleet;
  private final StoredPoints points;
  private final Watches watches;
  private final Clock clock;

  DueEnrolment(
      Enrolments enrolments,
      Rules rules,
      Fleet fleet,
      StoredPoints points,
      Watches watches,
      Clock clock) {
    this.enrolments = enrolments;
    this.rules = rules;
    this.fleet = fleet;
    this.points = points;
    this.watches = watches;
    this.clock = clock;
  }

  void goOn(String organization, RuleId id) {
    enrolments.find(organization, id).ifPresent(this::goOn);
  }

  /** What has become of the rule meanwhile comes with an enrolment of its own. */
  private void goOn(Enrolment enrolment) {
    rules
        .find(enrolment.organization(), enrolment.rule())
        .filter(rule -> rule.version() == enrolment.ruleVersion())
        .ifPresentOrElse(
            rule -> {
              if (rule.terms().condition() instanceof Condition.Absent(Duration silent)) {
                watch(rule, silent, enrolment);
              }
            },
            () -> enrolments.end(enrolment));
  }

  private void watch(Rule rule, Duration silent, Enrolment enrolment) {
    List<String> devices = devices(rule, enrolment.reached());
    devices.stream()
        .filter(device -> covers(rule, device))
        .map(device -> new Place(rule.organization(), rule.id(), device))
        .filter(place -> watches.due(place, rule.version()).isEmpty())
        .forEach(place -> watches.set(place, rule.version(), clock.instant().plus(silent)));
    if (devices.size() < AT_ONCE) {
      enrolments.end(enrolment);
    } else {
      enrolments.advance(enrolment, devices.getLast(), clock.instant());
    }
  }

  private List<String> devices(Rule rule, @Nullable String reached) {
    RuleDevices devices = rule.terms().devices();
    if (devices.onlyNamed()) {
      return devices.ids().stream()
          .sorted()
          .filter(id -> reached == null || id.compareTo(reached) > 0)
          .limit(AT_ONCE)
          .toList();
    }
    return points.holders(rule.organization(), rule.terms().metricName(), reached, AT_ONCE);
  }

  private boolean covers(Rule rule, String device) {
    return rule.terms().devices().include(device, () -> fleet.device(rule.organization(), device));
  }
}
