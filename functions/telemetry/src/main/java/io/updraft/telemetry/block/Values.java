package io.updraft.telemetry.block;

import io.updraft.telemetry.published.Value;

/**
 * The values of a section: a column of their kinds, then one for each kind that there is, numbers
 * sharing one. The first byte is the kind of all of them, or how the kinds are told. Written by
 * {@link ValueSink}.
 */
final class Values {
  /** All are numbers, and the whole ones are those without a fraction. */
  static final int WHOLE_WHERE_INTEGRAL = 6;

  static final int MIXED = 7;

  private static final Kind[] KINDS = Kind.all();
  private static final Value FALSE = new Value.Flag(false);
  private static final Value TRUE = new Value.Flag(true);

  private final Kinds kinds;
  private final long[] raw;
  private final Value[][] entries = new Value[KINDS.length][];

  private Values(Kinds kinds, long[] raw) {
    this.kinds = kinds;
    this.raw = raw;
  }

  static Values read(Source source, int count) throws DamagedBlock {
    int head = source.octet();
    if (head == WHOLE_WHERE_INTEGRAL) {
      return wholeWhereIntegral(Scaled.read(source, count));
    }
    Values values = new Values(kinds(source, head, count), new long[count]);
    values.readNumbers(source);
    values.readTexts(source, Kind.EXACT);
    values.readTexts(source, Kind.TEXT);
    values.readFlags(source);
    values.readTexts(source, Kind.JSON);
    return values;
  }

  Value get(int i) {
    Kind kind = kinds.get(i);
    return switch (kind) {
      case WHOLE -> new Value.Whole(raw[i]);
      case DECIMAL -> new Value.Decimal(Double.longBitsToDouble(raw[i]));
      case FLAG -> raw[i] == 0 ? FALSE : TRUE;
      case EXACT, TEXT, JSON -> entries[kind.code][(int) raw[i]];
    };
  }

  private static Values wholeWhereIntegral(Scaled scaled) {
    boolean[] decimal = scaled.fractional();
    return new Values(Kinds.ofNumbers(decimal), scaled.doubles(decimal));
  }

  private static Kinds kinds(Source source, int head, int count) throws DamagedBlock {
    if (head < KINDS.length) {
      return Kinds.all(KINDS[head], count);
    }
    if (head == MIXED) {
      return Kinds.read(source, count);
    }
    throw new DamagedBlock("values have an unknown shape");
  }

  private void readNumbers(Source source) throws DamagedBlock {
    int[] places = kinds.placesOfNumbers();
    if (places.length > 0) {
      scatter(Numbers.read(source, kinds.decimal(places)), places);
    }
  }

  private void readFlags(Source source) throws DamagedBlock {
    int[] places = kinds.places(Kind.FLAG);
    scatter(Longs.read(source, places.length), places);
  }

  private void readTexts(Source source, Kind kind) throws DamagedBlock {
    int[] places = kinds.places(kind);
    if (places.length > 0) {
      Texts texts = Texts.read(source, kind, places.length);
      entries[kind.code] = texts.entries();
      scatter(texts.places(), places);
    }
  }

  private void scatter(long[] column, int[] places) {
    for (int i = 0; i < places.length; i++) {
      raw[places[i]] = column[i];
    }
  }
}
