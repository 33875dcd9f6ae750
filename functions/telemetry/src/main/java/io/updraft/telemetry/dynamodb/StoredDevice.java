package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.domain.DataPoint;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.Nanos;
import io.updraft.telemetry.domain.PointStore.DevicePoints;
import io.updraft.telemetry.domain.PointStore.MetricRange;
import io.updraft.telemetry.domain.PointStore.Taker;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The points of one device: merged parts, and over them what has arrived since. */
final class StoredDevice implements DevicePoints {
  private static final int PARTS_AT_ONCE = 10;

  private final Dynamo dynamo;
  private final String table;
  private final String pk;
  private final Unmerged unmerged;
  private final DeviceState state;
  private final long now;
  private int damagedParts;

  /**
   * A device as it was found.
   *
   * @param now in seconds since the epoch; what has expired by then is not there any more
   */
  StoredDevice(
      Dynamo dynamo, String table, String pk, Unmerged unmerged, DeviceState state, long now) {
    this.dynamo = dynamo;
    this.table = table;
    this.pk = pk;
    this.unmerged = unmerged;
    this.state = state;
    this.now = now;
  }

  @Override
  public int damagedBlocks() {
    return unmerged.damaged() + damagedParts;
  }

  @Override
  public Figures.OfDevice figures() {
    String mergedTo = state.mergedTo();
    long points = state.item().numberOr("points", 0);
    long bytes = state.item().numberOr("bytes", 0);
    Map<Long, Long> byHour = new TreeMap<>(state.hours());
    for (Item item : unmerged.items()) {
      if (mergedTo == null || item.text("sk").compareTo(mergedTo) > 0) {
        points += item.number("points");
        bytes += item.bytes(ArrivalItems.BLOCK).length;
        byHour.merge(item.time("at").getEpochSecond() / 3_600, item.number("points"), Long::sum);
      }
    }
    int metrics = state.item().texts("marks").size();
    long damaged = state.item().numberOr("damaged", 0) + unmerged.damaged();
    return new Figures.OfDevice(metrics, points, bytes, byHour, damaged);
  }

  @Override
  public void read(String metric, long from, long to, Taker taker) {
    Overlay overlay = new Overlay(unmerged.points(metric, from, to), taker);
    if (state.mergedTo() == null) {
      overlay.finish();
      return;
    }
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk BETWEEN :first AND :last",
                v ->
                    v.text(":pk", pk)
                        .text(":first", firstPart(metric, from))
                        .text(":last", SeriesKeys.part(metric, to)))
            .limited(PARTS_AT_ONCE);
    ItemPage page = dynamo.query(query);
    while (given(page.items(), from, to, overlay) && page.last() != null) {
      page = dynamo.query(query.after(page.last()));
    }
    overlay.finish();
  }

  /** The part in which the first time lies, or the beginning of its day. */
  private String firstPart(String metric, long from) {
    Item before = new PartIndex(dynamo, table, pk).startingBefore(metric, from);
    return before == null ? SeriesKeys.day(metric, Nanos.time(from)) : before.text("sk");
  }

  private boolean given(List<Item> parts, long from, long to, Overlay overlay) {
    for (Item part : parts) {
      for (DataPoint point : points(part, from, to)) {
        if (!overlay.merged(point)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<DataPoint> points(Item part, long from, long to) {
    if (part.number("expires_at") <= now) {
      return List.of();
    }
    try {
      return Block.open(part.bytes(ArrivalItems.BLOCK)).sections().getFirst().points(from, to - 1);
    } catch (DamagedBlock damage) {
      Blocks.report(part, damage);
      damagedParts++;
      return List.of();
    }
  }

  @Override
  public List<MetricRange> metrics() {
    Map<String, long[]> ranges = new TreeMap<>();
    merged().forEach(item -> ranges.put(name(item), range(item)));
    unmerged.ranges().forEach((metric, own) -> ranges.merge(metric, own, Unmerged::both));
    return ranges.entrySet().stream()
        .map(metric -> new MetricRange(metric.getKey(), metric.getValue()[0], metric.getValue()[1]))
        .toList();
  }

  private List<Item> merged() {
    return new PartIndex(dynamo, table, pk).metrics();
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
    Key key = new Key(pk, SeriesKeys.METRIC + metric);
    return dynamo
        .get(table, key, Reading.EVENTUAL)
        .map(known -> known.number("last_at"))
        .filter(last -> latest == null || latest.time() < last)
        .map(last -> later(latest, mergedLatest(metric, last)))
        .or(() -> Optional.ofNullable(latest));
  }

  private @Nullable DataPoint mergedLatest(String metric, long time) {
    Item part = new PartIndex(dynamo, table, pk).startingBefore(metric, time);
    List<DataPoint> points = part == null ? List.of() : points(part, 0, time + 1);
    return points.isEmpty() ? null : points.getLast();
  }

  private static @Nullable DataPoint later(@Nullable DataPoint one, @Nullable DataPoint other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.time() >= other.time() ? one : other;
  }
}
