package io.updraft.telemetry.bench;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.util.Arrays;

/**
 * Steps between decimal digits, their lowest bytes first, then the next ones, through Zstandard.
 */
final class Planes implements Codec {
  @Override
  public byte[] encode(double[] numbers) {
    Decimals decimals = Decimals.of(numbers);
    long[] digits = decimals.digits();
    byte[] planes = new byte[digits.length * Long.BYTES + 1];
    planes[planes.length - 1] = (byte) decimals.places();
    for (int i = 0; i < digits.length; i++) {
      long step = digits[i] - (i == 0 ? 0 : digits[i - 1]);
      long zigzag = (step << 1) ^ (step >> 63);
      for (int plane = 0; plane < Long.BYTES; plane++) {
        planes[plane * digits.length + i] = (byte) (zigzag >>> (plane * Byte.SIZE));
      }
    }
    return squeeze(planes);
  }

  @Override
  public double[] decode(byte[] bytes, int count) {
    byte[] planes = new byte[count * Long.BYTES + 1];
    new ZstdJavaDecompressor().decompress(bytes, 0, bytes.length, planes, 0, planes.length);
    long[] digits = new long[count];
    for (int i = 0; i < count; i++) {
      long zigzag = 0;
      for (int plane = 0; plane < Long.BYTES; plane++) {
        zigzag |= (planes[plane * count + i] & 0xFFL) << (plane * Byte.SIZE);
      }
      digits[i] = ((zigzag >>> 1) ^ -(zigzag & 1)) + (i == 0 ? 0 : digits[i - 1]);
    }
    return new Decimals(planes[planes.length - 1], digits).numbers();
  }

  private static byte[] squeeze(byte[] planes) {
    ZstdJavaCompressor zstd = new ZstdJavaCompressor();
    byte[] squeezed = new byte[zstd.maxCompressedLength(planes.length)];
    int length = zstd.compress(planes, 0, planes.length, squeezed, 0, squeezed.length);
    return Arrays.copyOf(squeezed, length);
  }
}
