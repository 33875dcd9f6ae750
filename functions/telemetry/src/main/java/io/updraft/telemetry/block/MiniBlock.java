package io.updraft.telemetry.block;

/**
 * How up to {@value #SIZE} neighbouring numbers are written as bits; each mini block in the way
 * that is shorter for it. A byte says which, with its parameter; then what the numbers are measured
 * from; then the bits, up to a full byte.
 */
sealed interface MiniBlock permits Packed, Rice {
  int SIZE = 128;

  /** How many bits it takes, the head included. */
  long bits();

  void write(Sink sink, long[] numbers, int from, int to);

  /** The way that takes the fewest bits for these numbers. */
  static MiniBlock shortest(long[] numbers, int from, int to) {
    Packed packed = Packed.over(numbers, from, to);
    if (packed.width() == 0) {
      return packed;
    }
    Rice rice = Rice.over(numbers, from, to);
    return rice.bits() < packed.bits() ? rice : packed;
  }

  static void read(Source source, long[] numbers, int from, int to) throws DamagedBlock {
    int way = source.octet();
    long base = source.signed();
    BitSource bits = source.bits();
    if (way <= Long.SIZE) {
      Packed.read(bits, base, way, numbers, from, to);
    } else {
      Rice.read(bits, base, Rice.parameter(way), numbers, from, to);
    }
    source.skipTo(bits.position());
  }

  static int bitsOfHead(long base) {
    return Byte.SIZE + ZigZag.bitsOf(base);
  }
}
