package io.updraft.telemetry.block;

/**
 * The whole numbers and doubles of a section, in one column, since devices mix them: 21.5, 22,
 * 21.7.
 *
 * @param decimal which of them are doubles
 * @param raw the whole number, or the bits of the double
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Numbers(boolean[] decimal, long[] raw) {
  /** All of them scaled. The lower five bits are the places. */
  private static final int SCALED = 0;

  /** Most of them scaled, the others apart. The lower five bits are the places. */
  private static final int PATCHED = 1 << 5;

  /** All of them scaled, the doubles by 32 bits. The lower five bits are the places. */
  private static final int SCALED_FLOATS = 2 << 5;

  /** The bits of doubles; whole numbers as doubles as well. */
  private static final int AS_DOUBLES = 3 << 5;

  private static final int RAW = 4 << 5;
  private static final int PLACES = 0x1F;

  /** More of them make scaling pointless. */
  private static final int MOST_UNFIT = 4;

  void write(Sink sink) {
    write(sink, Scaled.doubles(this));
  }

  void write(Sink sink, Scaled scaled) {
    if (scaled.unfit() == 0) {
      writeScaled(sink, SCALED, scaled);
    } else {
      sink.append(shortest(scaled));
    }
  }

  private Sink shortest(Scaled scaled) {
    Sink shortest = bits();
    if (scaled.unfit() <= raw.length / MOST_UNFIT) {
      shortest = shorter(shortest, patched(scaled));
    }
    if (areFloats()) {
      Scaled floats = Scaled.floats(this);
      shortest = floats.unfit() == 0 ? shorter(shortest, floats(floats)) : shortest;
    }
    return shortest;
  }

  static long[] read(Source source, boolean[] decimal) throws DamagedBlock {
    int shape = source.octet();
    int places = shape & PLACES;
    return finite(
        decimal,
        switch (shape & ~PLACES) {
          case SCALED -> Scaled.read(source, places, decimal.length).doubles(decimal);
          case SCALED_FLOATS -> Scaled.read(source, places, decimal.length).floats(decimal);
          case PATCHED -> readPatched(source, places, decimal);
          case AS_DOUBLES -> fromDoubles(Longs.read(source, decimal.length), decimal);
          case RAW -> Longs.read(source, decimal.length);
          default -> throw new DamagedBlock("numbers have an unknown shape");
        });
  }

  private static long[] finite(boolean[] decimal, long[] raw) throws DamagedBlock {
    for (int i = 0; i < raw.length; i++) {
      if (decimal[i] && !Double.isFinite(Double.longBitsToDouble(raw[i]))) {
        throw new DamagedBlock("a number is not finite");
      }
    }
    return raw;
  }

  private static Sink shorter(Sink one, Sink other) {
    return other.size() < one.size() ? other : one;
  }

  private static void writeScaled(Sink sink, int shape, Scaled scaled) {
    sink.octet(shape | scaled.places());
    Longs.write(sink, scaled.digits());
  }

  private static Sink floats(Scaled scaled) {
    Sink sink = new Sink();
    writeScaled(sink, SCALED_FLOATS, scaled);
    return sink;
  }

  private Sink patched(Scaled scaled) {
    Sink sink = new Sink();
    writeScaled(sink, PATCHED, scaled);
    long[] places = scaled.unfitPlaces();
    long[] patches = new long[places.length];
    for (int i = 0; i < patches.length; i++) {
      patches[i] = raw[(int) places[i]];
    }
    sink.number(places.length);
    Longs.write(sink, places);
    Longs.write(sink, patches);
    return sink;
  }

  private static long[] readPatched(Source source, int places, boolean[] decimal)
      throws DamagedBlock {
    long[] raw = Scaled.read(source, places, decimal.length).doubles(decimal);
    int count = source.count(raw.length);
    long[] at = Dictionary.within(Longs.read(source, count), raw.length);
    long[] patches = Longs.read(source, count);
    for (int i = 0; i < count; i++) {
      raw[(int) at[i]] = patches[i];
    }
    return raw;
  }

  private Sink bits() {
    Sink sink = new Sink();
    boolean asDoubles = wholesAreDoubles();
    sink.octet(asDoubles ? AS_DOUBLES : RAW);
    Longs.write(sink, asDoubles ? asDoubles() : raw);
    return sink;
  }

  private long[] asDoubles() {
    long[] bits = new long[raw.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = decimal[i] ? raw[i] : Double.doubleToRawLongBits((double) raw[i]);
    }
    return bits;
  }

  private static long[] fromDoubles(long[] bits, boolean[] decimal) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] = decimal[i] ? bits[i] : (long) Double.longBitsToDouble(bits[i]);
    }
    return bits;
  }

  private boolean wholesAreDoubles() {
    for (int i = 0; i < raw.length; i++) {
      // The largest long becomes 2^63 as a double, which is cut back to the largest long.
      if (!decimal[i] && ((long) (double) raw[i] != raw[i] || raw[i] == Long.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private boolean areFloats() {
    for (int i = 0; i < raw.length; i++) {
      double number = Double.longBitsToDouble(raw[i]);
      if (decimal[i] && (double) (float) number != number) {
        return false;
      }
    }
    return true;
  }
}
