package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a device's state says of merging. */
record DeviceState(Item item) {
  static final DeviceState NONE = new DeviceState(new Item(Map.of()));

  /** Eventually consistent reads may show the mark before the parts for as long as this. */
  private static final Duration SETTLING = Duration.ofSeconds(30);

  /** The arrival up to which all is merged. */
  @Nullable String mergedTo() {
    return item.textOrNull("merged_to");
  }

  /** The same for a reader: for a while it does not rely on what has just been merged. */
  @Nullable String settledTo(Instant now) {
    Instant at = item.timeOrNull("merged_at");
    boolean settled = at == null || now.isAfter(at.plus(SETTLING));
    return settled ? mergedTo() : item.textOrNull("merged_before");
  }

  /** Blocks that merging has found damaged. */
  long damaged() {
    return item.numberOr("damaged", 0);
  }

  boolean idle() {
    return item.flag("idle");
  }

  /** When it was last merged; where it never was, when it began to send. */
  Instant since(Instant otherwise) {
    Instant at = item.timeOrNull("merged_at");
    return at == null ? otherwise : at;
  }

  /** Points by the hour of their arrival, counted from the epoch. */
  Map<Long, Long> hours() {
    Map<Long, Long> hours = new TreeMap<>();
    item.map("hours")
        .attributes()
        .forEach((hour, points) -> hours.put(Long.valueOf(hour), Long.valueOf(points.n())));
    return hours;
  }
}
