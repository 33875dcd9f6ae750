package io.updraft.device.dynamodb;

import io.updraft.device.published.Durations;
import io.updraft.dynamodb.Item;
import java.util.HashMap;
import java.util.Map;

/**
 * Durations in the shard of a tally: attributes of their own, to which {@code ADD} applies. With
 * short names, so that a shard with every bucket in use stays under 1 KB.
 */
final class TallyDurations {
  private static final String MILLIS = "d_ms";

  private TallyDurations() {}

  static Map<String, Long> attributes(Durations durations) {
    Map<String, Long> attributes = new HashMap<>();
    if (durations.millis() != 0) {
      attributes.put(MILLIS, durations.millis());
    }
    durations.buckets().forEach((bucket, count) -> attributes.put(name(bucket), count));
    return attributes;
  }

  static Durations read(Item shard) {
    Map<Integer, Long> buckets = new HashMap<>();
    for (int bucket = 0; bucket < Durations.BUCKETS; bucket++) {
      if (shard.has(name(bucket))) {
        buckets.put(bucket, shard.number(name(bucket)));
      }
    }
    return new Durations(shard.numberOr(MILLIS, 0), buckets);
  }

  private static String name(int bucket) {
    return "d%02d".formatted(bucket);
  }
}
