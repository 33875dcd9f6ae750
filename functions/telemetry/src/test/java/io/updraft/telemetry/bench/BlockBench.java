package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole blocks, from points to bytes and back to points. */
@State(Scope.Thread)
public class BlockBench {
  static final int POINTS = 1000;

  @Param Sample sample = Sample.GAUGE_JITTERED;

  private List<Series> series = List.of();
  private byte[] sealed = {};

  @Setup
  public void seal() {
    series = List.of(sample.series(POINTS));
    sealed = Block.seal(series);
  }

  @Benchmark
  public byte[] encode() {
    return Block.seal(series);
  }

  @Benchmark
  public List<DataPoint> decode() throws DamagedBlock {
    return Block.open(sealed).sections().getFirst().points();
  }
}
