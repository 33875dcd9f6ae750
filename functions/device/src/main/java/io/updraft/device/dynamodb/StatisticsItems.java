package io.updraft.device.dynamodb;

import io.updraft.device.published.Durations;
import io.updraft.device.published.Ended;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.LastDay;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Figures as items, of a firmware and of what was carried from a tally, both under 1 KB: two digits
 * name a bucket, and an hour by its hour of the day.
 */
final class StatisticsItems {
  static final String FIRMWARE_PREFIX = "FIRMWARE#";

  /** Entries exist only for hours that have something. */
  private static final String COMPLETED_IN = "hc";

  private static final String FAILED_IN = "hf";
  private static final String LATEST = "hour";

  private StatisticsItems() {}

  /**
   * Figures that are kept.
   *
   * @param version of a tally its moves; of a firmware the number of its changes
   */
  record Kept(long version, FirmwareUpdates updates) {
    static final Kept NOTHING = new Kept(0, FirmwareUpdates.NONE);
  }

  static Key tally(String organization, String tallied) {
    return new Key(organization, Key.join("TALLY", tallied));
  }

  static Key firmware(String organization, String firmwareId) {
    return new Key(organization, FIRMWARE_PREFIX + firmwareId);
  }

  /** The write that holds where the item is still of the version that was read. */
  static Guarded write(String table, Key key, long before, Kept after) {
    Map<String, AttributeValue> item = toItem(key, after);
    return before == 0
        ? Guarded.create(table, item)
        : Guarded.put(table, item)
            .when("version = :version")
            .with(v -> v.number(":version", before));
  }

  private static Map<String, AttributeValue> toItem(Key key, Kept kept) {
    FirmwareUpdates updates = kept.updates();
    UpdateCounts counts = updates.figures().counts();
    ItemBuilder item =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .number("version", kept.version())
            .text("firmware_id", updates.firmwareId())
            .text("device_model", updates.deviceModel())
            .text("firmware_version", updates.version())
            .number("file_size", updates.fileSize())
            .number("total", counts.total())
            .number("pending", counts.pending())
            .number("in_progress", counts.inProgress())
            .number("completed", counts.completed())
            .number("failed", counts.failed())
            .number("cancelled", counts.cancelled())
            .number("downloads", counts.downloads());
    write(item, updates.figures().durations());
    write(item, updates.figures().lastDay());
    return item.attributes();
  }

  private static void write(ItemBuilder item, Durations durations) {
    Map<String, AttributeValue> buckets = new HashMap<>();
    durations.buckets().forEach((bucket, count) -> buckets.put(twoDigits(bucket), number(count)));
    item.number("millis", durations.millis()).map("buckets", buckets);
  }

  private static void write(ItemBuilder item, LastDay day) {
    item.number(LATEST, day.hours().keySet().stream().max(Long::compare).orElse(0L))
        .map(COMPLETED_IN, hours(day, Ended::completed))
        .map(FAILED_IN, hours(day, Ended::failed));
  }

  private static Map<String, AttributeValue> hours(LastDay day, ToLongFunction<Ended> which) {
    Map<String, AttributeValue> hours = new HashMap<>();
    day.hours()
        .forEach(
            (hour, ended) -> {
              if (which.applyAsLong(ended) > 0) {
                hours.put(twoDigits(hour % LastDay.HOURS), number(which.applyAsLong(ended)));
              }
            });
    return hours;
  }

  private static String twoDigits(long number) {
    return "%02d".formatted(number);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static Kept read(Item item) {
    UpdateCounts counts =
        new UpdateCounts(
            item.number("total"),
            item.number("pending"),
            item.number("in_progress"),
            item.number("completed"),
            item.number("failed"),
            item.number("cancelled"),
            item.number("downloads"));
    UpdateFigures figures = new UpdateFigures(counts, readDurations(item), readDay(item));
    return new Kept(
        item.number("version"),
        new FirmwareUpdates(
            item.text("firmware_id"),
            item.text("device_model"),
            item.text("firmware_version"),
            item.number("file_size"),
            figures));
  }

  private static Durations readDurations(Item item) {
    Item kept = item.map("buckets");
    Map<Integer, Long> buckets = new HashMap<>();
    kept.attributes().keySet().forEach(b -> buckets.put(Integer.valueOf(b), kept.number(b)));
    return new Durations(item.number("millis"), buckets);
  }

  private static LastDay readDay(Item item) {
    long latest = item.number(LATEST);
    Item completed = item.map(COMPLETED_IN);
    Item failed = item.map(FAILED_IN);
    Map<Long, Ended> hours = new HashMap<>();
    for (long hour = latest; hour > latest - LastDay.HOURS; hour--) {
      String name = twoDigits(Math.floorMod(hour, LastDay.HOURS));
      Ended ended = new Ended(completed.numberOr(name, 0), failed.numberOr(name, 0));
      if (!ended.equals(Ended.NONE)) {
        hours.put(hour, ended);
      }
    }
    return new LastDay(hours);
  }
}
