package io.updraft.telemetry.block;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;

/**
 * The texts, the objects or the exact numbers of a section: each different one once, and which one
 * each point has. An exact number is kept as its canonical text, which has its scale.
 *
 * @param entries each different value once
 * @param places one for each point
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Texts(Value[] entries, long[] places) {
  static void write(Sink sink, Dictionary<Value> dictionary, long[] places) {
    Sink texts = new Sink();
    for (Value value : dictionary.entries()) {
      texts.text(text(value));
    }
    sink.number(dictionary.entries().size());
    Squeezed.write(sink, texts);
    Longs.write(sink, places);
  }

  static Texts read(Source source, Kind kind, int count) throws DamagedBlock {
    Value[] entries = new Value[source.count(count)];
    Source texts = Squeezed.read(source);
    for (int i = 0; i < entries.length; i++) {
      entries[i] = value(kind, texts.text());
    }
    return new Texts(entries, Dictionary.within(Longs.read(source, count), entries.length));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Exact(BigDecimal number) -> number.toString();
      case Value.Text(String text) -> text;
      case Value.Json(String json) -> json;
      case Value.Whole _, Value.Decimal _, Value.Flag _ ->
          throw new IllegalArgumentException("no text: " + value);
    };
  }

  private static Value value(Kind kind, String text) throws DamagedBlock {
    return switch (kind) {
      case EXACT -> new Value.Exact(exact(text));
      case JSON -> new Value.Json(text);
      case TEXT -> new Value.Text(text);
      case WHOLE, DECIMAL, FLAG -> throw new DamagedBlock("no text where one should be");
    };
  }

  private static BigDecimal exact(String text) throws DamagedBlock {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new DamagedBlock("a number can't be read");
    }
  }
}
