package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.reading.Question;
import io.updraft.telemetry.reading.Walk;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Finds points as they came, as many as an answer holds. */
final class FindPoints {
  /** Bytes of JSON, with room for what stands around the points. */
  static final int MOST_BYTES = 4_500_000;

  private final PointStore store;
  private final Clock clock;

  FindPoints(PointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param next where to go on, or null at the end
   */
  record Found(int count, Question.@Nullable Place next, int damagedBlocks) {}

  Found find(Question question, Question.@Nullable Place start, int limit, PointWriter writer) {
    Page page = new Page(writer, limit);
    Walk walk = new Walk(store, question, clock);
    walk.go(start, page);
    return new Found(
        page.count, page.next == null ? walk.stopped() : page.next, walk.damagedBlocks());
  }

  /** Writes points until the page is full; the first that has no place tells where to go on. */
  private static final class Page implements Walk.Visitor {
    private final PointWriter writer;
    private final int limit;
    private String device = "";
    private String metric = "";
    private int count;
    private Question.@Nullable Place next;

    Page(PointWriter writer, int limit) {
      this.writer = writer;
      this.limit = limit;
    }

    @Override
    public boolean series(String ofDevice, String ofMetric) {
      device = ofDevice;
      metric = ofMetric;
      writer.series(device, metric);
      return true;
    }

    @Override
    public boolean point(DataPoint point) {
      if (count == limit || writer.size() > MOST_BYTES) {
        next = new Question.Place(device, metric, point.time());
        return false;
      }
      writer.point(point);
      count++;
      return true;
    }
  }
}
