package io.updraft.telemetry.block;

import io.updraft.telemetry.published.DataPoint;
import java.util.Arrays;
import java.util.List;

/**
 * Of what kind each value of a section is.
 *
 * @param codes as {@link Kind} has them
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Kinds(byte[] codes) {
  private static final Kind[] ALL = Kind.all();

  static Kinds of(List<DataPoint> points) {
    byte[] codes = new byte[points.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) Kind.of(points.get(i).value()).code;
    }
    return new Kinds(codes);
  }

  static Kinds all(Kind kind, int count) {
    byte[] codes = new byte[count];
    Arrays.fill(codes, (byte) kind.code);
    return new Kinds(codes);
  }

  static Kinds ofNumbers(boolean[] decimal) {
    byte[] codes = new byte[decimal.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) (decimal[i] ? Kind.DECIMAL : Kind.WHOLE).code;
    }
    return new Kinds(codes);
  }

  static Kinds read(Source source, int count) throws DamagedBlock {
    long[] column = Dictionary.within(Longs.read(source, count), ALL.length);
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      codes[i] = (byte) column[i];
    }
    return new Kinds(codes);
  }

  void write(Sink sink) {
    long[] column = new long[codes.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = codes[i];
    }
    Longs.write(sink, column);
  }

  Kind get(int i) {
    return ALL[codes[i]];
  }

  boolean same() {
    return places(get(0)).length == codes.length;
  }

  /** Where values of a kind are. */
  int[] places(Kind kind) {
    return places(kind, kind);
  }

  int[] placesOfNumbers() {
    return places(Kind.WHOLE, Kind.DECIMAL);
  }

  /** Which of the values at these places are doubles. */
  boolean[] decimal(int[] places) {
    boolean[] decimal = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      decimal[i] = codes[places[i]] == Kind.DECIMAL.code;
    }
    return decimal;
  }

  private int[] places(Kind one, Kind other) {
    int[] places = new int[codes.length];
    int found = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == one.code || codes[i] == other.code) {
        places[found++] = i;
      }
    }
    return Arrays.copyOf(places, found);
  }
}
