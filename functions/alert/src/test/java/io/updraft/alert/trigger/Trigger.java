package io.updraft.alert.trigger;

import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.StoredPoints;
import java.time.Clock;

/** The trigger on the ports of a test. */
public final class Trigger {
  private final JudgeArrival judgeArrival;

  public Trigger(
      Rules rules,
      StoredPoints points,
      Watches watches,
      Fleet fleet,
      RaiseAlert raiseAlert,
      Clock clock) {
    judgeArrival =
        new JudgeArrival(
            new CurrentRules(rules),
            new Rates(points),
            new Silence(watches, clock),
            fleet,
            raiseAlert);
  }

  /** The function on tables. */
  public static TriggerHandler on(AlertStores stores) {
    return new TriggerHandler(stores);
  }

  /** Judges an arrival as a batch of its own. */
  public void judge(Arrived arrived) {
    judgeArrival.batch().judge(arrived);
  }
}
