package io.updraft.telemetry.bench;

/**
 * The XOR with the number before, with fewer classes of leading zeros and trailing ones only where
 * they pay (Liakos, Papakonstantinopoulou, Kotidis: Chimp, VLDB 2022, 4).
 */
final class Chimp implements Codec {
  private static final int[] LEADING = {0, 8, 12, 16, 18, 20, 22, 24};
  private static final int WORTH = 6;

  @Override
  public byte[] encode(double[] numbers) {
    Bits bits = Bits.of(numbers.length);
    long before = 0;
    int stored = -1;
    for (double number : numbers) {
      long xor = Double.doubleToRawLongBits(number) ^ before;
      before ^= xor;
      int leading = leading(xor);
      int trailing = Long.numberOfTrailingZeros(xor);
      if (xor == 0) {
        bits.put(0b00, 2);
        stored = -1;
      } else if (trailing > WORTH) {
        int length = Long.SIZE - LEADING[leading] - trailing;
        bits.put(0b01, 2);
        bits.put(leading, 3);
        bits.put(length, 6);
        bits.put(xor >>> trailing, length);
        stored = -1;
      } else if (leading == stored) {
        bits.put(0b10, 2);
        bits.put(xor, Long.SIZE - LEADING[leading]);
      } else {
        stored = leading;
        bits.put(0b11, 2);
        bits.put(leading, 3);
        bits.put(xor, Long.SIZE - LEADING[leading]);
      }
    }
    return bits.end();
  }

  @Override
  public double[] decode(byte[] bytes, int count) {
    Bits bits = Bits.of(bytes);
    double[] numbers = new double[count];
    long before = 0;
    int leading = 0;
    for (int i = 0; i < count; i++) {
      int flag = (int) bits.take(2);
      if (flag == 0b01) {
        int zeros = LEADING[(int) bits.take(3)];
        int length = (int) bits.take(6);
        before ^= bits.take(length) << (Long.SIZE - zeros - length);
      } else if (flag >= 0b10) {
        leading = flag == 0b11 ? (int) bits.take(3) : leading;
        before ^= bits.take(Long.SIZE - LEADING[leading]);
      }
      numbers[i] = Double.longBitsToDouble(before);
    }
    return numbers;
  }

  private static int leading(long xor) {
    int zeros = Long.numberOfLeadingZeros(xor);
    int leading = LEADING.length - 1;
    while (LEADING[leading] > zeros) {
      leading--;
    }
    return leading;
  }
}
