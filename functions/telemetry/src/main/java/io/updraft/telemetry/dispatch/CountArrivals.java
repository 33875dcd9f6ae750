package io.updraft.telemetry.dispatch;

import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.ServiceFigures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts arrivals: one write for each organization and hour in a batch, however many devices sent.
 */
final class CountArrivals {
  private static final int HOUR = 3_600;

  private final ServiceFigures figures;

  CountArrivals(ServiceFigures figures) {
    this.figures = figures;
  }

  /** A batch that comes again at once is counted once. */
  void count(List<ArrivalRecord> arrivals) {
    String batchId = arrivals.getFirst().number();
    counted(arrivals).forEach((of, sum) -> figures.add(of.organization(), of.hour(), batchId, sum));
  }

  private static Map<Of, Figures> counted(List<ArrivalRecord> arrivals) {
    Map<Of, Figures> sums = new TreeMap<>();
    for (ArrivalRecord arrival : arrivals) {
      long hour = arrival.at().getEpochSecond() / HOUR;
      Figures own = new Figures(1, arrival.points(), arrival.bytes(), 0);
      sums.merge(new Of(arrival.organization(), hour), own, Figures::plus);
    }
    return sums;
  }

  private record Of(String organization, long hour) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      int byName = organization.compareTo(other.organization);
      return byName == 0 ? Long.compare(hour, other.hour) : byName;
    }
  }
}
