package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.Breach;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Judgement;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Opening;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.events.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Tells what breaks a rule to what is known of the rule and the device: an alert begins, or goes
 * on, or there is not enough yet. What arrives again, or late, makes no difference. The event of an
 * alert that begins leaves from here.
 */
public final class RaiseAlert {
  private final Standings standings;
  private final Alerts alerts;
  private final NewIds ids;
  private final AlertEvents events;
  private final Clock clock;

  public RaiseAlert(Standings standings, Alerts alerts, NewIds ids, Clock clock) {
    this.standings = standings;
    this.alerts = alerts;
    this.ids = ids;
    this.events = new AlertEvents(ids);
    this.clock = clock;
  }

  /**
   * What breaks a rule.
   *
   * @param breaches ascending by time, at least one
   * @param known when it was taken in
   * @param stamp of the rules by which it was judged
   */
  public record Violation(
      Rule rule, String deviceId, List<Breach> breaches, Instant known, String stamp) {
    public Violation {
      breaches = List.copyOf(breaches);
    }

    Place place() {
      return new Place(rule.organization(), rule.id(), deviceId);
    }
  }

  /** How it ended. */
  public enum Raised {
    /** It is taken into account, or there was nothing new in it. */
    DONE,
    /** A rule has changed: judge by the rules as they are now. */
    RULES_CHANGED,
    /** Others were first, at every attempt. */
    CONTENDED
  }

  public Raised raise(Violation violation) {
    return Attempts.until(() -> attempt(violation)).orElse(Raised.CONTENDED);
  }

  private Optional<Raised> attempt(Violation violation) {
    Standing before = standings.find(violation.place());
    return switch (before.judge(violation.rule(), violation.breaches())) {
      case Judgement.Unchanged() -> Optional.of(Raised.DONE);
      case Judgement.Remembered(Standing now) -> done(standings.remember(violation.place(), now));
      case Judgement.Triggered triggered -> open(violation, before, triggered);
      case Judgement.GoesOn goesOn -> goOn(violation.rule().organization(), goesOn);
    };
  }

  private Optional<Raised> open(
      Violation violation, Standing before, Judgement.Triggered triggered) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Alert alert =
        Alert.triggered(
            violation.rule(), ids.alert(now), violation.deviceId(), course(triggered, now));
    Origin origin = Origin.of(alert.organization());
    Opening opening =
        new Opening(
            before, alert, violation.known(), violation.stamp(), events.triggered(alert, origin));
    return switch (alerts.open(opening)) {
      case DONE, DEVICE_DELETED -> Optional.of(Raised.DONE);
      case RULES_CHANGED -> Optional.of(Raised.RULES_CHANGED);
      case OVERTAKEN -> Optional.empty();
    };
  }

  private static Course course(Judgement.Triggered triggered, Instant now) {
    return new Course(
        now,
        triggered.first(),
        triggered.last(),
        triggered.violations(),
        triggered.latest().value());
  }

  /** The alert may be resolved by now; then how the rule stands has changed with it. */
  private Optional<Raised> goOn(String organization, Judgement.GoesOn goesOn) {
    return alerts
        .find(organization, goesOn.alert())
        .filter(alert -> alert.status().open())
        .flatMap(
            alert -> {
              Course now = alert.course().with(goesOn.breaches());
              return done(now.equals(alert.course()) || alerts.goOn(alert, now));
            });
  }

  private static Optional<Raised> done(boolean done) {
    return done ? Optional.of(Raised.DONE) : Optional.empty();
  }
}
