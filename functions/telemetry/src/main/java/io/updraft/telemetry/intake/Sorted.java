package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.intake.Taken.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What was sent for a device, told apart.
 *
 * @param judged in the order in which it was sent: good points as they are kept, and what is wrong
 *     with the others
 * @param good how many are good
 */
record Sorted(List<Offered> judged, int good) {
  static Sorted of(List<Offered> offered, Judge judge) {
    return new Sorted(offered, offered.size()).each(judge::judged);
  }

  /** The same, without the good points of metrics that the device may not send. */
  Sorted within(Names names) {
    return each(point -> names.admits(point.metric()) ? point : PointLimits.oneMetricTooMany());
  }

  private Sorted each(Function<Offered.Point, Offered> verdict) {
    List<Offered> after = new ArrayList<>(judged.size());
    int left = 0;
    for (Offered before : judged) {
      Offered now = before instanceof Offered.Point point ? verdict.apply(point) : before;
      after.add(now);
      left += now instanceof Offered.Point ? 1 : 0;
    }
    return new Sorted(after, left);
  }

  boolean isEmpty() {
    return good == 0;
  }

  Accepted accepted() {
    Accepted accepted = new Accepted();
    for (Offered offered : judged) {
      if (offered instanceof Offered.Point(String metric, var point)) {
        accepted.add(metric, point);
      }
    }
    return accepted;
  }

  List<Refusal> refused() {
    List<Refusal> refused = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      if (judged.get(i) instanceof Offered.Wrong(String field, String message)) {
        refused.add(new Refusal(i, field, message));
      }
    }
    return refused;
  }
}
