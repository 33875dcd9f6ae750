package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.DamagedBlock;

/** A way to write a column of doubles. */
interface Codec {
  byte[] encode(double[] numbers);

  double[] decode(byte[] bytes, int count) throws DamagedBlock;
}
