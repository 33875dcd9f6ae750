package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.MeasuredColumn;
import io.updraft.telemetry.published.DataPoint;
import java.util.stream.LongStream;

/** How many bytes columns of times take, written in different ways. */
final class Times {
  private final long[] millis;

  Times(Sample sample, int count) {
    millis =
        sample.series(count).points().stream()
            .mapToLong(DataPoint::time)
            .map(time -> time / 1_000_000)
            .toArray();
  }

  int inBlocks() {
    return MeasuredColumn.encodeTimes(millis).length;
  }

  /** Steps by the byte through Zstandard. */
  int squeezed() {
    return new Planes().encode(LongStream.of(millis).asDoubleStream().toArray()).length;
  }

  /** Delta of delta in classes of 7, 9, 12 and 32 bits (Gorilla, VLDB 2015, 4.1.1). */
  int gorilla() {
    long bits = 2L * Long.SIZE;
    for (int i = 2; i < millis.length; i++) {
      bits += gorilla(Math.abs(millis[i] - 2 * millis[i - 1] + millis[i - 2]));
    }
    return (int) (bits / Byte.SIZE);
  }

  private static int gorilla(long change) {
    if (change == 0) {
      return 1;
    }
    return change < 64 ? 2 + 7 : change < 256 ? 3 + 9 : change < 2048 ? 4 + 12 : 4 + 32;
  }
}
