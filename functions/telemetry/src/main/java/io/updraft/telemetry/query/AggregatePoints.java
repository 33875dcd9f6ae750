package io.updraft.telemetry.query;

import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.aggregate.Bucket;
import io.updraft.telemetry.aggregate.Intervals;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.reading.Question;
import io.updraft.telemetry.reading.Walk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Aggregates points over intervals, for each series by itself or over all devices. */
final class AggregatePoints {
  private final PointStore store;
  private final Clock clock;

  AggregatePoints(PointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is made of the points. */
  sealed interface Outcome {
    record Aggregated(List<OfSeries> series, long skipped, int damagedBlocks) implements Outcome {}

    /** It takes too long. */
    record TimedOut() implements Outcome {}

    /** There are more intervals than an answer holds. */
    record TooMany(int limit) implements Outcome {}
  }

  /**
   * The intervals of a series.
   *
   * @param device empty where they are of all devices
   */
  record OfSeries(String device, String metric, List<Bucket> buckets) {}

  /**
   * Aggregates.
   *
   * @param interval nanoseconds
   * @param together whether the points of all devices are taken as one
   * @param limit how many intervals an answer holds
   */
  Outcome aggregate(
      Question question, Aggregation aggregation, long interval, boolean together, int limit) {
    Collecting collecting = new Collecting(aggregation, interval, together, limit);
    Walk walk = new Walk(store, question, clock);
    walk.go(null, collecting);
    collecting.endSeries();
    if (walk.stopped() != null) {
      return new Outcome.TimedOut();
    }
    return collecting.buckets > limit
        ? new Outcome.TooMany(limit)
        : new Outcome.Aggregated(collecting.series, collecting.skipped, walk.damagedBlocks());
  }

  private static final class Collecting implements Walk.Visitor {
    private final Aggregation aggregation;
    private final long interval;
    private final boolean together;
    private final int limit;
    private final List<OfSeries> series = new ArrayList<>();
    private Intervals intervals;
    private String device = "";
    private String metric = "";
    private long skipped;
    private int buckets;

    Collecting(Aggregation aggregation, long interval, boolean together, int limit) {
      this.aggregation = aggregation;
      this.interval = interval;
      this.together = together;
      this.limit = limit;
      this.intervals = new Intervals(aggregation, interval);
    }

    @Override
    public boolean series(String ofDevice, String ofMetric) {
      if (!together) {
        endSeries();
        intervals = new Intervals(aggregation, interval);
      }
      device = together ? "" : ofDevice;
      metric = ofMetric;
      intervals.begin(ofDevice);
      return buckets <= limit;
    }

    @Override
    public boolean point(DataPoint point) {
      intervals.add(point);
      return true;
    }

    void endSeries() {
      List<Bucket> result = intervals.result();
      skipped += intervals.skipped();
      buckets += result.size();
      if (!result.isEmpty()) {
        series.add(new OfSeries(device, metric, result));
      }
    }
  }
}
