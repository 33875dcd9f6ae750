package io.updraft.telemetry.block;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a block has of one metric. Its points are read, and checked, when they are asked for. */
public final class Section {
  private final String metric;
  private final Timeline timeline;
  private final Part values;

  Section(String metric, Timeline timeline, Part values) {
    this.metric = metric;
    this.timeline = timeline;
    this.values = values;
  }

  public String metric() {
    return metric;
  }

  /** How many points, at least one. */
  public int count() {
    return timeline.count();
  }

  /** Of the first point, in nanoseconds since the epoch. */
  public long first() {
    return timeline.first();
  }

  /** Of the last point, in nanoseconds since the epoch. */
  public long last() {
    return timeline.last();
  }

  /**
   * All points.
   *
   * @throws DamagedBlock and no point, where a byte of this section is not as it was
   */
  public List<DataPoint> points() throws DamagedBlock {
    return points(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * The points of a range of time, both ends included; empty where there are none.
   *
   * @param from nanoseconds since the epoch
   * @param to nanoseconds since the epoch
   * @throws DamagedBlock and no point, where a byte of this section is not as it was
   */
  public List<DataPoint> points(long from, long to) throws DamagedBlock {
    if (from > last() || to < first() || from > to) {
      return List.of();
    }
    long[] times = timeline.times();
    return points(times, place(times, from), to == Long.MAX_VALUE ? count() : place(times, to + 1));
  }

  static Sink values(Series series) {
    Sink sink = new Sink();
    ValueSink.write(sink, series.points());
    CircumstancesColumn.write(sink, series.points());
    return sink;
  }

  static Columns read(Source source, int count) throws DamagedBlock {
    return new Columns(Values.read(source, count), CircumstancesColumn.read(source, count));
  }

  record Columns(Values values, CircumstancesColumn circumstances) {
    DataPoint point(long time, int i) {
      return new DataPoint(time, values.get(i), circumstances.get(i));
    }
  }

  private List<DataPoint> points(long[] times, int from, int to) throws DamagedBlock {
    Columns columns = read(values.open(), count());
    DataPoint[] points = new DataPoint[to - from];
    for (int i = from; i < to; i++) {
      points[i - from] = columns.point(times[i], i);
    }
    return Collections.unmodifiableList(Arrays.asList(points));
  }

  /** Of the first time that is not before another. */
  private static int place(long[] times, long time) {
    int place = Arrays.binarySearch(times, time);
    return place < 0 ? -place - 1 : place;
  }
}
