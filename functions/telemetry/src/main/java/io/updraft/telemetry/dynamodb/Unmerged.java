package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.block.Section;
import io.updraft.telemetry.published.DataPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What has arrived of a device and is not merged yet; a section is decoded when it is wanted. */
final class Unmerged {
  private final List<Opened> blocks = new ArrayList<>();
  private final List<Item> items;
  private final Set<String> damaged = new HashSet<>();

  /**
   * Opens blocks.
   *
   * @param items in the order in which they came
   */
  Unmerged(List<Item> items) {
    this.items = items;
    for (Item item : items) {
      Blocks.open(item)
          .ifPresentOrElse(
              block -> blocks.add(new Opened(item, block)), () -> damaged.add(item.text("sk")));
    }
  }

  private record Opened(Item item, Block block) {}

  List<Item> items() {
    return items;
  }

  /** The keys of blocks that were found damaged so far. */
  Set<String> damaged() {
    return damaged;
  }

  /** The points of a metric, the first time included, the second not; of each time the latest. */
  NavigableMap<Long, DataPoint> points(String metric, long from, long to) {
    NavigableMap<Long, DataPoint> points = new TreeMap<>();
    for (Opened opened : blocks) {
      opened.block().section(metric).ifPresent(s -> add(opened.item(), s, from, to, points));
    }
    return points;
  }

  private void add(Item item, Section section, long from, long to, Map<Long, DataPoint> points) {
    try {
      section.points(from, to - 1).forEach(point -> points.put(point.time(), point));
    } catch (DamagedBlock damage) {
      Blocks.report(item, damage);
      damaged.add(item.text("sk"));
    }
  }

  /** The first and last time of each metric. */
  Map<String, long[]> ranges() {
    Map<String, long[]> ranges = new TreeMap<>();
    for (Opened opened : blocks) {
      for (Section section : opened.block().sections()) {
        ranges.merge(
            section.metric(), new long[] {section.first(), section.last()}, Unmerged::both);
      }
    }
    return ranges;
  }

  static long[] both(long[] one, long[] other) {
    return new long[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])};
  }
}
