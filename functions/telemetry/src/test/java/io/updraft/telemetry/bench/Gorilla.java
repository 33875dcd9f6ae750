package io.updraft.telemetry.bench;

/**
 * The XOR with the number before: without its zeros, in the window of the one before where it fits
 * (Pelkonen et al.: Gorilla, VLDB 2015, 4.1.2).
 */
final class Gorilla implements Codec {
  @Override
  public byte[] encode(double[] numbers) {
    Bits bits = Bits.of(numbers.length);
    long before = 0;
    int leading = Long.SIZE;
    int trailing = 0;
    for (double number : numbers) {
      long xor = Double.doubleToRawLongBits(number) ^ before;
      before ^= xor;
      int zeros = Math.min(31, Long.numberOfLeadingZeros(xor));
      int zerosBehind = Long.numberOfTrailingZeros(xor);
      if (xor == 0) {
        bits.put(0, 1);
      } else if (zeros >= leading && zerosBehind >= trailing) {
        bits.put(0b10, 2);
        bits.put(xor >>> trailing, Long.SIZE - leading - trailing);
      } else {
        leading = zeros;
        trailing = zerosBehind;
        int length = Long.SIZE - leading - trailing;
        bits.put(0b11, 2);
        bits.put(leading, 5);
        bits.put(length - 1, 6);
        bits.put(xor >>> trailing, length);
      }
    }
    return bits.end();
  }

  @Override
  public double[] decode(byte[] bytes, int count) {
    Bits bits = Bits.of(bytes);
    double[] numbers = new double[count];
    long before = 0;
    int length = 0;
    int trailing = 0;
    for (int i = 0; i < count; i++) {
      if (bits.take(1) == 1) {
        if (bits.take(1) == 1) {
          int leading = (int) bits.take(5);
          length = (int) bits.take(6) + 1;
          trailing = Long.SIZE - leading - length;
        }
        before ^= bits.take(length) << trailing;
      }
      numbers[i] = Double.longBitsToDouble(before);
    }
    return numbers;
  }
}
