package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Columns of numbers without their times, written in different ways. */
@State(Scope.Thread)
public class ColumnBench {
  static final int POINTS = 1000;

  /** The ways. */
  public enum Way {
    BLOCK,
    ALP,
    ZSTD,
    GORILLA,
    CHIMP;

    Codec codec() {
      return switch (this) {
        case BLOCK -> new Ours();
        case ALP -> new Alp();
        case ZSTD -> new Planes();
        case GORILLA -> new Gorilla();
        case CHIMP -> new Chimp();
      };
    }
  }

  @Param({"GAUGE_JITTERED", "FLOAT_GAUGE", "COUNTER", "NOISE", "FLAG"})
  Sample sample = Sample.GAUGE_JITTERED;

  @Param Way way = Way.BLOCK;

  private double[] numbers = {};
  private byte[] bytes = {};
  private Codec codec = way.codec();

  @Setup
  public void encodeOnce() throws DamagedBlock {
    numbers = numbers(sample.series(POINTS));
    codec = way.codec();
    bytes = codec.encode(numbers);
    if (!Arrays.equals(decode(), numbers)) {
      throw new IllegalStateException(way + " does not give back " + sample);
    }
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(numbers);
  }

  @Benchmark
  public double[] decode() throws DamagedBlock {
    return codec.decode(bytes, POINTS);
  }

  int size() throws DamagedBlock {
    encodeOnce();
    return bytes.length;
  }

  private static double[] numbers(Series series) {
    return series.points().stream()
        .map(DataPoint::value)
        .mapToDouble(ColumnBench::number)
        .toArray();
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.Numeric number -> number.asDouble();
      case Value.Flag(boolean flag) -> flag ? 1 : 0;
      case Value.Text _, Value.Json _ -> throw new IllegalArgumentException("no number");
    };
  }
}
