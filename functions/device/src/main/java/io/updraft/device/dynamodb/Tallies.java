package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
import io.updraft.device.published.Durations;
import io.updraft.device.published.Tally;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tallies: 32 items per campaign, or per firmware for updates outside campaigns, spread over
 * four partitions. Each change moves counts within one of them, so each adds up at every moment.
 */
final class Tallies {
  /** Into how many items a tally is spread. */
  static final int SHARDS = 32;

  private static final int PARTITIONS = 4;

  private final Dynamo dynamo;
  private final String table;

  Tallies(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Adds the counts, some of them negative, to the shard of the update. */
  Guarded moved(Assignment a, Tally by) {
    return moved(a, by, Durations.NONE);
  }

  /** The same with how long an update took that is completed now: more in the same item. */
  Guarded moved(Assignment a, Tally by, Durations took) {
    Map<String, Long> counts = changed(by);
    counts.putAll(TallyDurations.attributes(took));
    String additions =
        Stream.concat(Stream.of("moves :one"), counts.keySet().stream().map(n -> n + " :" + n))
            .collect(Collectors.joining(", "));
    Guarded write =
        Guarded.update(
                table,
                key(a.organization(), a.tallied(), a.shard()),
                "ADD " + additions + " SET firmware_id = :firmware")
            .with(v -> v.number(":one", 1).text(":firmware", a.firmwareId()));
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      write = write.with(v -> v.number(":" + count.getKey(), count.getValue()));
    }
    return write;
  }

  private static Map<String, Long> changed(Tally by) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("targets", by.total());
    counts.put("pending", by.pending());
    counts.put("in_progress", by.inProgress());
    counts.put("completed", by.completed());
    counts.put("failed", by.failed());
    counts.put("cancelled", by.cancelled());
    counts.put("occupied", by.occupied());
    counts.put("downloads", by.downloads());
    counts.put("scheduled", by.scheduled());
    counts.put("installed", by.installed());
    counts.put("retrying", by.retrying());
    counts.values().removeIf(n -> n == 0);
    return counts;
  }

  /** All shards, read consistently: four read units. */
  Summed read(String organization, String tallied) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(p -> partition(organization, tallied, p))
        .flatMap(q -> dynamo.query(q).items().stream())
        .map(Tallies::toSummed)
        .reduce(Summed.NONE, Summed::plus);
  }

  private PartitionQuery partition(String organization, String tallied, int partition) {
    return PartitionQuery.of(
            table, "pk = :pk", v -> v.text(":pk", pk(organization, tallied, partition)))
        .consistently();
  }

  private static Key key(String organization, String tallied, int shard) {
    return new Key(pk(organization, tallied, shard % PARTITIONS), "%02d".formatted(shard));
  }

  private static String pk(String organization, String tallied, int partition) {
    return Key.join(organization, tallied, Integer.toString(partition));
  }

  private static Summed toSummed(Item item) {
    Tally tally =
        new Tally(
            item.numberOr("targets", 0),
            item.numberOr("pending", 0),
            item.numberOr("in_progress", 0),
            item.numberOr("completed", 0),
            item.numberOr("failed", 0),
            item.numberOr("cancelled", 0),
            item.numberOr("occupied", 0),
            item.numberOr("downloads", 0),
            item.numberOr("scheduled", 0),
            item.numberOr("installed", 0),
            item.numberOr("retrying", 0));
    return new Summed(
        tally, TallyDurations.read(item), item.number("moves"), item.text("firmware_id"));
  }

  /**
   * A tally with the number of changes that it has seen, which grows with each.
   *
   * @param durations of the completed ones
   * @param firmwareId empty where nothing was ever counted
   */
  record Summed(Tally tally, Durations durations, long moves, String firmwareId) {
    static final Summed NONE = new Summed(Tally.NONE, Durations.NONE, 0, "");

    Summed plus(Summed other) {
      return new Summed(
          tally.plus(other.tally),
          durations.plus(other.durations),
          moves + other.moves,
          firmwareId.isEmpty() ? other.firmwareId : firmwareId);
    }
  }
}
