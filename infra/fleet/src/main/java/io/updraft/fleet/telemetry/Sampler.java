package io.updraft.fleet.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** Measures for one device: what came about since the last batch becomes the next. */
final class Sampler {
  private static final List<Flaw> FLAWS = List.of(Flaw.values());
  private static final int MOST_HOURS_LATE = 6;
  private static final Duration SHORTEST_STEP = Duration.ofNanos(1_000);

  private final TelemetryPlan plan;
  private final String batchPrefix;
  private final RandomGenerator random;
  private final List<Signal> signals;
  private final Episode hot;
  private Instant began = Instant.MIN;
  private Instant measuredTo = Instant.MIN;
  private int batches;

  /**
   * A device's sampler.
   *
   * @param batchPrefix of another run another, since batches are known again for a day
   * @param hot when the device is too hot
   */
  Sampler(TelemetryPlan plan, String batchPrefix, RandomGenerator random, Episode hot) {
    this.plan = plan;
    this.batchPrefix = batchPrefix;
    this.random = random;
    this.signals = Signals.of(random);
    this.hot = hot;
  }

  /** What was measured up to now. */
  Batch batch(Instant now) {
    began = batches == 0 ? now : began;
    Instant from = batches == 0 ? beginning(now) : measuredTo;
    Duration step = step(from, now);
    Batch.Draft draft = new Batch.Draft();
    for (Signal signal : signals) {
      for (int i = 1; i <= plan.points(); i++) {
        add(signal, from.plus(step.multipliedBy(i)), draft);
      }
    }
    measuredTo = from.plus(step.multipliedBy(plan.points()));
    return draft.sealed(batchPrefix + "-" + ++batches);
  }

  /** In microseconds, as the clocks of devices have it. */
  private Instant beginning(Instant now) {
    return now.minus(plan.interval()).truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether the last batch is to be sent again. */
  boolean repeats() {
    return random.nextDouble() < plan.repeated();
  }

  /** Also where the clock was set back, no two points of a metric have one time. */
  private Duration step(Instant from, Instant now) {
    Duration step =
        Duration.between(from, now).dividedBy(plan.points()).truncatedTo(ChronoUnit.MICROS);
    return step.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : step;
  }

  private void add(Signal signal, Instant time, Batch.Draft draft) {
    Point usual = new Point(signal.metric(), time, signal.next(), signal.unit());
    boolean heated = HeatRule.isOn(usual) && hot.covers(Duration.between(began, time));
    Point point = heated ? HeatRule.heated(usual) : usual;
    if (random.nextDouble() < plan.bad()) {
      draft.add(point, FLAWS.get(random.nextInt(FLAWS.size())));
    } else {
      boolean late = random.nextDouble() < plan.late();
      // What is too hot is told at once: of late points it would not be certain what they trigger.
      draft.add(late && !heated ? late(point) : point);
    }
  }

  /** To the minute, so that some replace others. */
  private Point late(Point point) {
    Instant time =
        point
            .time()
            .minus(Duration.ofHours(1 + random.nextInt(MOST_HOURS_LATE)))
            .truncatedTo(ChronoUnit.MINUTES);
    return new Point(point.metric(), time, point.value(), point.unit());
  }
}
