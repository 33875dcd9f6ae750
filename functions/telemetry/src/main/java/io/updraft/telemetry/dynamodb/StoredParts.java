package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.dynamodb.DamageNotes.Note;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The merged parts of one device. What has expired is not there any more. */
final class StoredParts {
  private static final int PARTS_AT_ONCE = 10;

  private final Dynamo dynamo;
  private final String table;
  private final String pk;
  private final long now;
  private final Set<String> damaged = new HashSet<>();
  private @Nullable List<Note> notes;

  /**
   * Of a partition.
   *
   * @param now in seconds since the epoch
   */
  StoredParts(Dynamo dynamo, String table, String pk, long now) {
    this.dynamo = dynamo;
    this.table = table;
    this.pk = pk;
    this.now = now;
  }

  /** The keys of blocks that were found damaged so far. */
  Set<String> damaged() {
    return damaged;
  }

  /** Finds what merging has noted as damaged in a range; the last time is not in it. */
  void findNotes(String metric, long from, long to) {
    if (notes == null) {
      notes = new DamageNotes(dynamo, table).of(pk, now);
    }
    notes.stream()
        .filter(note -> note.concerns(metric, from, to))
        .forEach(note -> damaged.add(note.source()));
  }

  List<Item> metrics() {
    return index().metrics();
  }

  /** The latest time that a metric was told to have; -1 for one that is not known. */
  long lastTime(String metric) {
    return dynamo
        .get(table, new Key(pk, SeriesKeys.METRIC + metric), Reading.EVENTUAL)
        .map(known -> known.number("last_at"))
        .orElse(-1L);
  }

  private PartIndex index() {
    return new PartIndex(dynamo, table, pk);
  }

  /** Gives the points of a range, whose last time is not in it, until the taker has enough. */
  void read(String metric, long from, long to, Predicate<DataPoint> taker) {
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
    while (given(page.items(), from, to, taker) && page.last() != null) {
      page = dynamo.query(query.after(page.last()));
    }
  }

  /** The part in which the first time lies, or the beginning of its day. */
  private String firstPart(String metric, long from) {
    Item before = index().startingBefore(metric, from);
    return before == null ? SeriesKeys.day(metric, Nanos.time(from)) : before.text("sk");
  }

  private boolean given(List<Item> parts, long from, long to, Predicate<DataPoint> taker) {
    for (Item part : parts) {
      for (DataPoint point : points(part, from, to)) {
        if (!taker.test(point)) {
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
      damaged.add(DamageNotes.source(part));
      return List.of();
    }
  }

  /**
   * The last point that is not after a time. Mostly it is in the first part that is looked at; the
   * others are looked at where a metric was announced and never sent, or what came last is gone.
   */
  @Nullable DataPoint latest(String metric, long time) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk BETWEEN :first AND :last",
                v ->
                    v.text(":pk", pk)
                        .text(":first", SeriesKeys.parts(metric))
                        .text(":last", SeriesKeys.part(metric, time)))
            .newestFirst()
            .limited(1);
    ItemPage page = dynamo.query(query);
    DataPoint last = last(page.items(), time);
    while (last == null && page.last() != null) {
      page = dynamo.query(query.after(page.last()));
      last = last(page.items(), time);
    }
    return last;
  }

  private @Nullable DataPoint last(List<Item> parts, long time) {
    List<DataPoint> points = parts.isEmpty() ? List.of() : points(parts.getFirst(), 0, time + 1);
    return points.isEmpty() ? null : points.getLast();
  }
}
