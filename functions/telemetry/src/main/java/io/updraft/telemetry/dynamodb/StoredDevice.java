package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.PointStore.DevicePoints;
import io.updraft.telemetry.domain.PointStore.MetricRange;
import io.updraft.telemetry.domain.PointStore.Taker;
import io.updraft.telemetry.published.DataPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The points of one device: merged parts, and over them what has arrived since. */
final class StoredDevice implements DevicePoints {
  private final StoredParts parts;
  private final Unmerged unmerged;
  private final DeviceState state;

  StoredDevice(StoredParts parts, Unmerged unmerged, DeviceState state) {
    this.parts = parts;
    this.unmerged = unmerged;
    this.state = state;
  }

  /** Each block once, whether it was met itself or is noted. */
  @Override
  public int damagedBlocks() {
    Set<String> blocks = new HashSet<>(parts.damaged());
    blocks.addAll(unmerged.damaged());
    return blocks.size();
  }

  @Override
  public Figures.OfDevice figures() {
    long points = state.item().numberOr("points", 0);
    long bytes = state.item().numberOr("bytes", 0);
    Map<Long, Long> byHour = new TreeMap<>(state.hours());
    for (Item item : unmerged.items()) {
      if (!counted(item.text("sk"))) {
        points += item.number("points");
        bytes += item.bytes(ArrivalItems.BLOCK).length;
        byHour.merge(item.time("at").getEpochSecond() / 3_600, item.number("points"), Long::sum);
      }
    }
    int metrics = state.item().texts("marks").size();
    long alerts = state.item().numberOr(DynamoAlertFigures.ALERTS, 0);
    return new Figures.OfDevice(metrics, points, bytes, byHour, damagedSoFar(), alerts);
  }

  /** Whether an arrival is in the figures of the state. */
  private boolean counted(String arrivalId) {
    String mergedTo = state.mergedTo();
    return mergedTo != null && arrivalId.compareTo(mergedTo) <= 0;
  }

  private long damagedSoFar() {
    return state.damaged() + unmerged.damaged().stream().filter(a -> !counted(a)).count();
  }

  @Override
  public void read(String metric, long from, long to, Taker taker) {
    Overlay overlay = new Overlay(unmerged.points(metric, from, to), taker);
    if (state.mergedTo() != null) {
      parts.read(metric, from, to, overlay::merged);
    }
    overlay.finish();
    findNotes(metric, from, to);
  }

  private void findNotes(String metric, long from, long to) {
    if (state.damaged() > 0) {
      parts.findNotes(metric, from, to);
    }
  }

  @Override
  public List<MetricRange> metrics() {
    Map<String, long[]> ranges = new TreeMap<>();
    parts.metrics().forEach(item -> ranges.put(name(item), range(item)));
    unmerged.ranges().forEach((metric, own) -> ranges.merge(metric, own, Unmerged::both));
    return ranges.entrySet().stream()
        .map(metric -> new MetricRange(metric.getKey(), metric.getValue()[0], metric.getValue()[1]))
        .toList();
  }

  private static String name(Item item) {
    return item.text("sk").substring(SeriesKeys.METRIC.length());
  }

  private static long[] range(Item item) {
    return new long[] {item.number("first_at"), item.number("last_at")};
  }

  @Override
  public Optional<DataPoint> latest(String metric) {
    NavigableMap<Long, DataPoint> young = unmerged.points(metric, 0, Long.MAX_VALUE);
    DataPoint latest = young.isEmpty() ? null : young.lastEntry().getValue();
    long last = parts.lastTime(metric);
    if (last >= 0 && (latest == null || latest.time() < last)) {
      latest = later(latest, parts.latest(metric, last));
    }
    findNotes(metric, latest == null ? 0 : latest.time(), Long.MAX_VALUE);
    return Optional.ofNullable(latest);
  }

  private static @Nullable DataPoint later(@Nullable DataPoint one, @Nullable DataPoint other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.time() >= other.time() ? one : other;
  }
}
