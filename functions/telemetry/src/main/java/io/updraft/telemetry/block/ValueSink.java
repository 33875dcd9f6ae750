package io.updraft.telemetry.block;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.Arrays;
import java.util.List;

/** Writes the values of a section as {@link Values} reads them. */
final class ValueSink {
  private final Sink sink;
  private final List<DataPoint> points;
  private final Kinds kinds;

  private ValueSink(Sink sink, List<DataPoint> points) {
    this.sink = sink;
    this.points = points;
    this.kinds = Kinds.of(points);
  }

  static void write(Sink sink, List<DataPoint> points) {
    new ValueSink(sink, points).write();
  }

  private void write() {
    int[] places = kinds.placesOfNumbers();
    if (places.length == 0) {
      writeKinds();
    } else {
      writeWithNumbers(numbers(places));
    }
    writeTexts(Kind.EXACT);
    writeTexts(Kind.TEXT);
    writeFlags();
    writeTexts(Kind.JSON);
  }

  private void writeWithNumbers(Numbers numbers) {
    Scaled scaled = Scaled.doubles(numbers);
    if (isWholeWhereIntegral(numbers, scaled)) {
      sink.octet(Values.WHOLE_WHERE_INTEGRAL);
      scaled.write(sink);
    } else {
      writeKinds();
      numbers.write(sink, scaled);
    }
  }

  private boolean isWholeWhereIntegral(Numbers numbers, Scaled scaled) {
    return !kinds.same()
        && numbers.raw().length == points.size()
        && scaled.unfit() == 0
        && Arrays.equals(scaled.fractional(), numbers.decimal());
  }

  private void writeKinds() {
    if (kinds.same()) {
      sink.octet(kinds.get(0).code);
    } else {
      sink.octet(Values.MIXED);
      kinds.write(sink);
    }
  }

  private Numbers numbers(int[] places) {
    long[] raw = new long[places.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = raw(points.get(places[i]).value());
    }
    return new Numbers(kinds.decimal(places), raw);
  }

  private static long raw(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> number;
      case Value.Decimal(double number) -> Double.doubleToRawLongBits(number);
      case Value.Flag(boolean flag) -> flag ? 1 : 0;
      case Value.Exact _, Value.Text _, Value.Json _ ->
          throw new IllegalArgumentException("no number: " + value);
    };
  }

  private void writeFlags() {
    int[] places = kinds.places(Kind.FLAG);
    long[] flags = new long[places.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = raw(points.get(places[i]).value());
    }
    Longs.write(sink, flags);
  }

  private void writeTexts(Kind kind) {
    int[] places = kinds.places(kind);
    if (places.length > 0) {
      Dictionary<Value> dictionary = new Dictionary<>();
      long[] texts = new long[places.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = dictionary.place(points.get(places[i]).value());
      }
      Texts.write(sink, dictionary, texts);
    }
  }
}
