package io.updraft.fleet.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server has to know of one device: of each metric and time the value that was sent last.
 * Not safe for several threads: its device writes it, and it is read when the device has ended.
 */
final class Ledger {
  private final Map<String, NavigableMap<Instant, Object>> sent = new TreeMap<>();
  private Optional<Batch> pending = Optional.empty();

  /** The batch is on its way: until it is answered it may have arrived or not. */
  void begin(Batch batch) {
    pending = Optional.of(batch);
  }

  /** The batch has arrived. */
  void confirm(Batch batch) {
    batch.good().forEach(p -> of(p.metric()).put(p.time(), p.value()));
    pending = Optional.empty();
  }

  private Map<Instant, Object> of(String metric) {
    return sent.computeIfAbsent(metric, _ -> new TreeMap<>());
  }

  List<String> metrics() {
    return List.copyOf(sent.keySet());
  }

  boolean isEmpty() {
    return sent.isEmpty();
  }

  int size() {
    return sent.values().stream().mapToInt(Map::size).sum();
  }

  Instant first() {
    return sent.values().stream()
        .map(NavigableMap::firstKey)
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  Instant last() {
    return sent.values().stream()
        .map(NavigableMap::lastKey)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /**
   * What the server tells that is not so; nothing where all is well.
   *
   * @param since from then on nobody else has sent for this device: what was not sent may not be
   *     there
   */
  List<String> differences(Found found, Instant since) {
    List<String> differences = new ArrayList<>();
    sent.forEach((metric, series) -> compare(metric, series, found.of(metric), differences));
    found.each(
        (metric, time) -> {
          if (!time.isBefore(since) && isUnknown(metric, time)) {
            differences.add("%s at %s was never sent".formatted(metric, time));
          }
        });
    return differences;
  }

  private void compare(
      String metric,
      Map<Instant, Object> series,
      Map<Instant, Object> found,
      List<String> differences) {
    Map<Instant, Object> uncertain = uncertain(metric);
    series.forEach(
        (time, value) -> {
          Object there = found.get(time);
          if (there == null) {
            differences.add("%s at %s is missing: %s".formatted(metric, time, value));
          } else if (!Found.same(value, there) && !mayBe(uncertain.get(time), there)) {
            differences.add(
                "%s at %s: %s was sent, %s is there".formatted(metric, time, value, there));
          }
        });
  }

  private static boolean mayBe(@Nullable Object value, Object there) {
    return value != null && Found.same(value, there);
  }

  private boolean isUnknown(String metric, Instant time) {
    return !of(metric).containsKey(time) && !uncertain(metric).containsKey(time);
  }

  /** Of a batch without an answer. */
  private Map<Instant, Object> uncertain(String metric) {
    Map<Instant, Object> uncertain = new HashMap<>();
    pending.stream()
        .flatMap(batch -> batch.good().stream())
        .filter(point -> point.metric().equals(metric))
        .forEach(point -> uncertain.put(point.time(), point.value()));
    return uncertain;
  }
}
