package io.updraft.outbox.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a batch so that each entity occurs at most once in a wave, and its events are in
 * successive waves in their order. A wave can then be published all at once: whatever fails within
 * it, no later event of the same entity has overtaken.
 */
final class Waves {
  private Waves() {}

  /** The waves, each as positions in the batch, ascending. */
  static List<List<Integer>> of(List<OutboxEvent> batch) {
    List<List<Integer>> waves = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int position = 0; position < batch.size(); position++) {
      int wave = seen.merge(batch.get(position).entity(), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(position);
    }
    return waves;
  }
}
