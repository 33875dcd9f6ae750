package io.updraft.telemetry.block;

import io.updraft.telemetry.published.DataPoint;
import java.util.List;

/**
 * The times of points, ascending. Metrics that are measured together share one.
 *
 * @param first nanoseconds since the epoch, as all times
 * @param between the times; without bytes where these are the first and the last
 */
record Timeline(int count, long first, long last, Part between) {
  private static final int KNOWN_FROM_HEAD = 2;

  static long[] of(List<DataPoint> points) {
    long[] times = new long[points.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = points.get(i).time();
    }
    return times;
  }

  /** How many, the first and the last; without the zeros at the ends of both. */
  static void announce(Sink head, long[] times) {
    long first = times[0];
    long last = times[times.length - 1];
    int zeros = zeros(first, last);
    long unit = Scale.wholePower(zeros);
    head.number(times.length);
    head.octet(zeros);
    head.signed(first / unit);
    head.number(Long.divideUnsigned(last - first, unit));
  }

  static Sink between(long[] times) {
    Sink sink = new Sink();
    if (times.length > KNOWN_FROM_HEAD) {
      long[] since = new long[times.length];
      for (int i = 0; i < since.length; i++) {
        since[i] = times[i] - times[0];
      }
      Longs.write(sink, since);
    }
    return sink;
  }

  long[] times() throws DamagedBlock {
    return switch (count) {
      case 1 -> new long[] {first};
      case KNOWN_FROM_HEAD -> new long[] {first, last};
      default -> ascending(read());
    };
  }

  private long[] read() throws DamagedBlock {
    long[] times = Longs.read(between.open(), count);
    for (int i = 0; i < count; i++) {
      times[i] += first;
    }
    return times;
  }

  private long[] ascending(long[] times) throws DamagedBlock {
    boolean ascending = times[0] == first && times[count - 1] == last;
    for (int i = 1; i < count; i++) {
      ascending &= times[i - 1] < times[i];
    }
    if (!ascending) {
      throw new DamagedBlock("times do not ascend from the first to the last");
    }
    return times;
  }

  private static int zeros(long first, long last) {
    int zeros = 0;
    while (zeros < Scale.MOST_PLACES
        && first % Scale.wholePower(zeros + 1) == 0
        && last % Scale.wholePower(zeros + 1) == 0) {
      zeros++;
    }
    return zeros;
  }
}
