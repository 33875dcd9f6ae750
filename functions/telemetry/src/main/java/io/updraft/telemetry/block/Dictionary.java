package io.updraft.telemetry.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things that come again, each once, in the order in which they first came. */
final class Dictionary<T> {
  private final Map<T, Integer> places = new HashMap<>();
  private final List<T> entries = new ArrayList<>();

  int place(T entry) {
    Integer place = places.putIfAbsent(entry, entries.size());
    if (place == null) {
      entries.add(entry);
      return entries.size() - 1;
    }
    return place;
  }

  List<T> entries() {
    return entries;
  }

  /** The same places, all of them inside of what has so many entries. */
  static long[] within(long[] places, int entries) throws DamagedBlock {
    for (long place : places) {
      if (place < 0 || place >= entries) {
        throw new DamagedBlock("a place is outside of its list");
      }
    }
    return places;
  }
}
