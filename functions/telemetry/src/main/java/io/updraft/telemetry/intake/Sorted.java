package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.intake.Taken.Refusal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was sent for a device, told apart.
 *
 * @param good by their places in what was sent; as they are kept
 * @param wrong what is wrong with the others, by their places
 */
record Sorted(SortedMap<Integer, Offered.Point> good, SortedMap<Integer, Offered.Wrong> wrong) {
  static Sorted of(List<Offered> offered, Judge judge) {
    Sorted sorted = new Sorted(new TreeMap<>(), new TreeMap<>());
    for (int i = 0; i < offered.size(); i++) {
      switch (offered.get(i)) {
        case Offered.Wrong already -> sorted.wrong.put(i, already);
        case Offered.Point point -> sorted.add(i, point, judge);
      }
    }
    return sorted;
  }

  private void add(int place, Offered.Point point, Judge judge) {
    Offered.Wrong complaint = judge.complaint(point);
    if (complaint == null) {
      good.put(place, new Offered.Point(point.metric(), judge.marked(point)));
    } else {
      wrong.put(place, complaint);
    }
  }

  /** The same, without the good points of metrics that the device may not send. */
  Sorted within(Names names) {
    Sorted sorted = new Sorted(new TreeMap<>(), new TreeMap<>(wrong));
    good.forEach(
        (place, point) -> {
          if (names.admits(point.metric())) {
            sorted.good.put(place, point);
          } else {
            sorted.wrong.put(place, PointLimits.oneMetricTooMany());
          }
        });
    return sorted;
  }

  Accepted accepted() {
    Accepted accepted = new Accepted();
    good.values().forEach(point -> accepted.add(point.metric(), point.point()));
    return accepted;
  }

  List<Refusal> refused() {
    return wrong.entrySet().stream()
        .map(w -> new Refusal(w.getKey(), w.getValue().field(), w.getValue().message()))
        .toList();
  }
}
