package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.MergeStore.Part;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How points join a part. */
final class Parts {
  /** Points; about 8 KB of a gauge, so that neither adding to a part nor reading one is dear. */
  static final int MOST_POINTS = 4_000;

  /** Bytes of texts and objects in a part, at the most: an item holds 400 KB. */
  private static final int MOST_BYTES = 300_000;

  /** Points that join parts at once: with those of a part, ten pieces at the most. */
  private static final int MOST_AT_ONCE = 20_000;

  /** Bytes of them that cannot be counted on to be packed: a transaction holds 4 MB. */
  private static final int MOST_BYTES_AT_ONCE = 5 * MOST_BYTES;

  private Parts() {}

  /** As many of the points, from the first on, as can be written in one transaction. */
  static NavigableMap<Long, DataPoint> some(NavigableMap<Long, DataPoint> points) {
    int count = 0;
    int bytes = 0;
    for (Map.Entry<Long, DataPoint> point : points.entrySet()) {
      count++;
      bytes += bytes(point.getValue());
      if (count == MOST_AT_ONCE || bytes > MOST_BYTES_AT_ONCE) {
        return new TreeMap<>(points.headMap(point.getKey(), true));
      }
    }
    return new TreeMap<>(points);
  }

  /**
   * The part with the points, new ones in place of old ones; in pieces where they are too many.
   *
   * @param upTo the last of the arrivals that brought them
   */
  static List<Part> with(Part part, NavigableMap<Long, DataPoint> points, String upTo) {
    NavigableMap<Long, DataPoint> all = new TreeMap<>();
    part.points().forEach(point -> all.put(point.time(), point));
    all.putAll(points);
    return pieces(part, List.copyOf(all.values()), upTo);
  }

  private static List<Part> pieces(Part part, List<DataPoint> points, String upTo) {
    List<Part> pieces = new ArrayList<>();
    for (int from = 0; from < points.size(); ) {
      int to = end(points, from);
      List<DataPoint> own = points.subList(from, to);
      pieces.add(
          from == 0
              ? new Part(part.start(), own, part.version(), upTo)
              : new Part(own.getFirst().time(), own, 0, upTo));
      from = to;
    }
    return pieces;
  }

  private static int end(List<DataPoint> points, int from) {
    int most = Math.min(points.size(), from + MOST_POINTS);
    int bytes = 0;
    for (int i = from; i < most; i++) {
      bytes += bytes(points.get(i));
      if (bytes > MOST_BYTES && i > from) {
        return i;
      }
    }
    return most;
  }

  /** What cannot be counted on to be packed: of texts up to three bytes a character. */
  private static int bytes(DataPoint point) {
    String metadata = point.circumstances().metadata();
    int value =
        switch (point.value()) {
          case Value.Text(String text) -> text.length();
          case Value.Json(String json) -> json.length();
          case Value.Exact(BigDecimal number) -> number.precision();
          case Value.Whole _, Value.Decimal _, Value.Flag _ -> 0;
        };
    return 3 * (value + (metadata == null ? 0 : metadata.length()));
  }
}
