package io.updraft.alert.trigger;

import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleIndex;
import io.updraft.alert.domain.RuleIndex.Broken;
import io.updraft.alert.domain.Watched;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.alert.moves.RaiseAlert.Raised;
import io.updraft.alert.moves.RaiseAlert.Violation;
import io.updraft.alert.trigger.CurrentRules.Moment;
import io.updraft.telemetry.published.Arrived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what a device has sent by the rules of its organization. */
final class JudgeArrival {
  private final CurrentRules rules;
  private final Rates rates;
  private final Silence silence;
  private final Fleet fleet;
  private final RaiseAlert raiseAlert;

  JudgeArrival(
      CurrentRules rules, Rates rates, Silence silence, Fleet fleet, RaiseAlert raiseAlert) {
    this.rules = rules;
    this.rates = rates;
    this.silence = silence;
    this.fleet = fleet;
    this.raiseAlert = raiseAlert;
  }

  /** What is judged together: the rules of an organization are looked at once. */
  final class Batch {
    private final Map<String, Moment> moments = new HashMap<>();

    /**
     * Judges one arrival; what it breaks is written when this returns.
     *
     * @throws IllegalStateException where others were first at every attempt
     */
    void judge(Arrived arrived) {
      Optional<Boolean> judged =
          Attempts.until(() -> Optional.of(attempt(arrived)).filter(done -> done));
      if (judged.isEmpty()) {
        throw new IllegalStateException("rules or alerts are being changed by others");
      }
    }

    private boolean attempt(Arrived arrived) {
      Moment moment = moments.computeIfAbsent(arrived.organization(), rules::of);
      boolean judged = judged(arrived, moment);
      if (!judged) {
        moments.remove(arrived.organization());
      }
      return judged;
    }
  }

  Batch batch() {
    return new Batch();
  }

  private boolean judged(Arrived arrived, Moment moment) {
    return broken(arrived, moment.rules()).stream()
        .filter(broken -> covers(broken.rule(), arrived))
        .allMatch(broken -> raised(broken, arrived, moment.stamp()));
  }

  private List<Broken> broken(Arrived arrived, RuleIndex index) {
    List<Broken> broken =
        new ArrayList<>(index.broken(arrived.deviceId(), arrived.metrics(), arrived::points));
    for (String metric : arrived.metrics()) {
      for (Watched watched : index.on(metric, arrived.deviceId())) {
        switch (watched.rule().terms().condition()) {
          case Condition.Threshold _ -> {}
          case Condition.RateOfChange rate ->
              rates.broken(watched, rate, arrived).ifPresent(broken::add);
          case Condition.Absent absent -> {
            if (covers(watched.rule(), arrived)) {
              silence.heard(watched.rule(), absent, arrived);
            }
          }
        }
      }
    }
    return broken;
  }

  private boolean covers(Rule rule, Arrived arrived) {
    return rule.terms()
        .devices()
        .include(
            arrived.deviceId(), () -> fleet.device(arrived.organization(), arrived.deviceId()));
  }

  private boolean raised(Broken broken, Arrived arrived, String stamp) {
    Raised raised =
        raiseAlert.raise(
            new Violation(
                broken.rule(), arrived.deviceId(), broken.breaches(), arrived.at(), stamp));
    return raised == Raised.DONE;
  }
}
