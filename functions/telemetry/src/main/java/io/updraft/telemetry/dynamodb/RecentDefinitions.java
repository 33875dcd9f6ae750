package io.updraft.telemetry.dynamodb;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that were asked for last, with their definitions, or none, and the stamp under which
 * these hold. When there are too many, those that were longest not asked for go. Thread-safe.
 */
final class RecentDefinitions {
  private final int most;
  private final LinkedHashMap<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  RecentDefinitions(int most) {
    this.most = most;
  }

  /** An organization as of the stamp. */
  record Moment(String organization, String stamp) {}

  private record Place(String organization, String name) {}

  private record Kept(String stamp, Optional<MetricDefinition> definition) {}

  /** Those of the names that are known as of this moment; empty where one has no definition. */
  synchronized Map<String, Optional<MetricDefinition>> known(
      Moment moment, Collection<String> names) {
    Map<String, Optional<MetricDefinition>> known = new HashMap<>();
    for (String name : names) {
      Kept found = kept.get(new Place(moment.organization(), name));
      if (found != null && found.stamp().equals(moment.stamp())) {
        known.put(name, found.definition());
      }
    }
    return known;
  }

  synchronized void keep(Moment moment, Map<String, Optional<MetricDefinition>> read) {
    read.forEach(
        (name, definition) ->
            kept.put(new Place(moment.organization(), name), new Kept(moment.stamp(), definition)));
    while (kept.size() > most) {
      kept.pollFirstEntry();
    }
  }

  synchronized int size() {
    return kept.size();
  }
}
