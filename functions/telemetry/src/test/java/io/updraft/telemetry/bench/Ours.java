package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.block.MeasuredColumn;

/** What blocks do. */
final class Ours implements Codec {
  @Override
  public byte[] encode(double[] numbers) {
    return MeasuredColumn.encode(numbers);
  }

  @Override
  public double[] decode(byte[] bytes, int count) throws DamagedBlock {
    return MeasuredColumn.decode(bytes, count);
  }
}
