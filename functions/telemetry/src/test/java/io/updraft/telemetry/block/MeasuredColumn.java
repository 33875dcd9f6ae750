package io.updraft.telemetry.block;

import java.util.Arrays;

/** Single columns of a block, so that they can be measured beside others. */
public final class MeasuredColumn {
  private MeasuredColumn() {}

  public static byte[] encode(double[] numbers) {
    long[] raw = new long[numbers.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Double.doubleToRawLongBits(numbers[i]);
    }
    Sink sink = new Sink();
    new Numbers(doubles(raw.length), raw).write(sink);
    return sink.toBytes();
  }

  public static double[] decode(byte[] bytes, int count) throws DamagedBlock {
    long[] raw = Numbers.read(Source.of(bytes, 0, bytes.length), doubles(count));
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Double.longBitsToDouble(raw[i]);
    }
    return numbers;
  }

  public static byte[] encodeTimes(long[] times) {
    return Timeline.between(times).toBytes();
  }

  public static long[] decodeTimes(byte[] bytes, int count) throws DamagedBlock {
    return Longs.read(Source.of(bytes, 0, bytes.length), count);
  }

  private static boolean[] doubles(int count) {
    boolean[] decimal = new boolean[count];
    Arrays.fill(decimal, true);
    return decimal;
  }
}
