package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** How many updates held a slot at once, by the times that were recorded with them. */
final class Overlap {
  private Overlap() {}

  /**
   * The most at any moment. An end counts from when it was reported and a release from when it was
   * decided, so that nothing but a release too many makes the figure too high.
   */
  static int mostAtOnce(List<JsonNode> updates) {
    TreeMap<Instant, Integer> changes = new TreeMap<>();
    for (JsonNode update : updates) {
      changes.merge(Instant.parse(update.path("scheduled_at").asText()), 1, Integer::sum);
      changes.merge(Instant.parse(update.path("completed_at").asText()), -1, Integer::sum);
    }
    int now = 0;
    int most = 0;
    for (int change : changes.values()) {
      now += change;
      most = Math.max(most, now);
    }
    return most;
  }
}
