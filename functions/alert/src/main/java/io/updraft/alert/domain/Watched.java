package io.updraft.alert.domain;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule in force, made ready to judge many points. */
public final class Watched {
  private final Rule rule;
  private final @Nullable Comparison comparison;

  Watched(Rule rule) {
    this.rule = rule;
    this.comparison =
        rule.terms().condition() instanceof Condition.Threshold threshold
            ? new Comparison(threshold)
            : null;
  }

  public Rule rule() {
    return rule;
  }

  /** The points that break a threshold, ascending; none where the rule has another condition. */
  List<Breach> breaches(Measured measured) {
    Comparison holds = comparison;
    if (holds == null || !mayBreak(holds, measured)) {
      return List.of();
    }
    return measured.points().stream()
        .filter(point -> holds.holds(point.value()))
        .map(Breach::of)
        .toList();
  }

  private static boolean mayBreak(Comparison holds, Measured measured) {
    return !holds.ofNumbers() || holds.mayHold(measured.least(), measured.most());
  }

  /**
   * The points that break a rule on the rate of change: each is compared with the number before it,
   * by time, if that is no older than the window.
   *
   * @param before the latest number before the points, if there is one
   */
  public List<Breach> breaches(
      Condition.RateOfChange condition, Optional<DataPoint> before, List<DataPoint> points) {
    List<Breach> breaches = new ArrayList<>();
    DataPoint previous = before.orElse(null);
    for (DataPoint point : points) {
      if (point.value() instanceof Value.Numeric) {
        rate(previous, point)
            .filter(rate -> condition.operator().holds(Double.compare(rate, condition.perSecond())))
            .ifPresent(rate -> breaches.add(new Breach(point.time(), text(rate))));
        previous = point;
      }
    }
    return List.copyOf(breaches);
  }

  private Optional<Double> rate(@Nullable DataPoint before, DataPoint point) {
    long window = rule.terms().evaluationWindow().toNanos();
    if (before == null
        || point.time() - before.time() > window
        || !(before.value() instanceof Value.Numeric from)
        || !(point.value() instanceof Value.Numeric to)) {
      return Optional.empty();
    }
    double seconds = (point.time() - before.time()) / 1e9;
    return Optional.of((to.asDouble() - from.asDouble()) / seconds + 0.0).filter(Double::isFinite);
  }

  private static String text(double rate) {
    return Operand.Numeric.of(rate).text();
  }
}
