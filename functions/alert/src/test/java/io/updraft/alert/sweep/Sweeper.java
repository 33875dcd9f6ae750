package io.updraft.alert.sweep;

import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.InMemoryAlerts;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.telemetry.published.StoredPoints;
import java.time.Clock;

/** The sweep on the ports of a test. */
public final class Sweeper {
  private final Sweep sweep;

  public Sweeper(
      InMemoryAlerts alerts,
      Rules rules,
      StoredPoints points,
      Fleet fleet,
      RaiseAlert raiseAlert,
      NewIds ids,
      Clock clock) {
    sweep =
        new Sweep(
            alerts,
            new DueAlert(alerts, rules, points, new MoveAlert(alerts, ids), clock),
            new DueWatch(alerts, rules, points, alerts, fleet, raiseAlert, clock),
            new DueEnrolment(alerts, rules, fleet, points, alerts, clock),
            clock);
  }

  /** The function on tables. */
  public static SweepHandler on(AlertStores stores) {
    return new SweepHandler(stores);
  }

  public int run() {
    return sweep.run();
  }
}
