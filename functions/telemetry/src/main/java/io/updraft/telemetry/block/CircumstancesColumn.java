package io.updraft.telemetry.block;

import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the points of a section say beside their values: each different set once, and which one each
 * point has. One byte where nothing is said.
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record CircumstancesColumn(Circumstances[] entries, long[] places) {
  private static final int UNIT = 1;
  private static final int METADATA = 2;
  private static final int OUT_OF_RANGE = 4;
  private static final int QUALITY = 8;
  private static final int TAGS = 16;

  Circumstances get(int i) {
    return entries[(int) places[i]];
  }

  static void write(Sink sink, List<DataPoint> points) {
    Dictionary<Circumstances> dictionary = new Dictionary<>();
    long[] places = new long[points.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = dictionary.place(points.get(i).circumstances());
    }
    if (dictionary.entries().equals(List.of(Circumstances.NONE))) {
      sink.number(0);
    } else {
      write(sink, dictionary.entries(), places);
    }
  }

  static CircumstancesColumn read(Source source, int count) throws DamagedBlock {
    int different = source.count(count);
    if (different == 0) {
      return new CircumstancesColumn(new Circumstances[] {Circumstances.NONE}, new long[count]);
    }
    Circumstances[] entries = new Circumstances[different];
    Source texts = Squeezed.read(source);
    for (int i = 0; i < different; i++) {
      entries[i] = entry(texts);
    }
    long[] places = Dictionary.within(Longs.read(source, count), different);
    return new CircumstancesColumn(entries, places);
  }

  private static void write(Sink sink, List<Circumstances> entries, long[] places) {
    Sink texts = new Sink();
    for (Circumstances entry : entries) {
      write(texts, entry);
    }
    sink.number(entries.size());
    Squeezed.write(sink, texts);
    Longs.write(sink, places);
  }

  private static void write(Sink sink, Circumstances entry) {
    sink.octet(parts(entry));
    if (entry.unit() != null) {
      sink.text(entry.unit());
    }
    if (entry.metadata() != null) {
      sink.text(entry.metadata());
    }
    if (entry.quality() != Circumstances.BEST_QUALITY) {
      sink.signed(entry.quality());
    }
    if (!entry.tags().isEmpty()) {
      write(sink, entry.tags());
    }
  }

  private static void write(Sink sink, Map<String, String> tags) {
    sink.number(tags.size());
    tags.forEach(
        (name, tag) -> {
          sink.text(name);
          sink.text(tag);
        });
  }

  private static int parts(Circumstances entry) {
    return (entry.unit() == null ? 0 : UNIT)
        | (entry.metadata() == null ? 0 : METADATA)
        | (entry.outOfRange() ? OUT_OF_RANGE : 0)
        | (entry.quality() == Circumstances.BEST_QUALITY ? 0 : QUALITY)
        | (entry.tags().isEmpty() ? 0 : TAGS);
  }

  private static Circumstances entry(Source source) throws DamagedBlock {
    int parts = source.octet();
    String unit = (parts & UNIT) == 0 ? null : source.text();
    String metadata = (parts & METADATA) == 0 ? null : source.text();
    int quality = (parts & QUALITY) == 0 ? Circumstances.BEST_QUALITY : (int) source.signed();
    Map<String, String> tags = (parts & TAGS) == 0 ? Map.of() : tags(source);
    return new Circumstances(unit, tags, metadata, quality, (parts & OUT_OF_RANGE) != 0);
  }

  private static Map<String, String> tags(Source source) throws DamagedBlock {
    int count = source.count(source.remaining());
    Map<String, String> tags = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String name = source.text();
      tags.put(name, source.text());
    }
    return tags;
  }
}
