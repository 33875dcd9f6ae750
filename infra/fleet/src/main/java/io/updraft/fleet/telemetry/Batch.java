package io.updraft.fleet.telemetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a device sends at once.
 *
 * @param id by which the server knows it again
 * @param entries the fields of each point, bad ones too, in the order in which they are sent
 * @param good the points that the server has to keep, in the same order
 * @param bad the places of those that it has to refuse
 */
record Batch(String id, List<Map<String, Object>> entries, List<Point> good, Set<Integer> bad) {
  Batch {
    entries = List.copyOf(entries);
    good = List.copyOf(good);
    bad = Set.copyOf(bad);
  }

  Map<String, Object> body() {
    return Map.of("batch_id", id, "data_points", entries);
  }

  int size() {
    return entries.size();
  }

  /** A batch being filled. */
  static final class Draft {
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private final List<Point> good = new ArrayList<>();
    private final Set<Integer> bad = new HashSet<>();

    void add(Point point) {
      entries.add(point.fields());
      good.add(point);
    }

    void add(Point point, Flaw flaw) {
      bad.add(entries.size());
      entries.add(flaw.spoil(point));
    }

    Batch sealed(String id) {
      return new Batch(id, entries, good, bad);
    }
  }
}
