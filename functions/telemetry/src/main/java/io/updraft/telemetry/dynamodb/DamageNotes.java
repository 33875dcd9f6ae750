package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import io.updraft.telemetry.domain.Backlog.Damage;
import io.updraft.telemetry.domain.Backlog.Device;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Notes of what merging found damaged, {@code damaged#...} in the partition of the device. What is
 * damaged is not looked at again, and who asks for its range is told by these. Each is counted in
 * the device's state, so that only devices that have some are searched for them.
 */
record DamageNotes(Dynamo dynamo, String table) {
  private static final String SOURCE = "source";
  private static final long DAY = Duration.ofDays(1).toNanos();

  /**
   * What a note tells.
   *
   * @param source the key of the arrival, or of the part with its version
   */
  record Note(String source, String metric, long first, long last) {
    boolean concerns(String asked, long from, long to) {
      return (metric.isEmpty() || metric.equals(asked)) && first < to && last >= from;
    }
  }

  /** Of an arrival; noted again where merging ended before it was counted. */
  void note(Device device, Damage damage) {
    Key key = key(device, damage.arrivalId() + "#");
    dynamo.write(
        Guarded.put(
            table,
            Item.build()
                .text("pk", key.pk())
                .text("sk", key.sk() + (damage.metric() == null ? "" : damage.metric()))
                .text(SOURCE, damage.arrivalId())
                .text("metric", damage.metric())
                .number("first_at", damage.first())
                .number("last_at", damage.last())
                .expiry("expires_at", damage.expiresAt())
                .attributes()));
  }

  /** Puts a part aside, whole, and counts it, once for each of its versions. */
  void putAside(Device device, Item part) {
    String source = source(part);
    String partKey = part.text("sk");
    long first = SeriesKeys.start(partKey);
    Map<String, AttributeValue> aside = new HashMap<>(part.attributes());
    aside.putAll(key(device, source).attributes());
    aside.putAll(
        Item.build()
            .text(SOURCE, source)
            .text("metric", partKey.split("#", -1)[1])
            .number("first_at", first)
            .number("last_at", first - Math.floorMod(first, DAY) + DAY - 1)
            .attributes());
    Key state = SeriesKeys.state(device.organization(), device.deviceId());
    dynamo.commit(
        new Transaction()
            .add("aside", Guarded.create(table, aside))
            .add(
                "count",
                Guarded.update(table, state, "ADD damaged :one").with(v -> v.number(":one", 1))));
  }

  /** By what a damaged part is known. */
  static String source(Item part) {
    return part.text("sk") + "#" + part.number("version");
  }

  private static Key key(Device device, String block) {
    return new Key(
        SeriesKeys.device(device.organization(), device.deviceId()), SeriesKeys.DAMAGED + block);
  }

  /** All notes of a device that have not expired, eventually consistent. */
  List<Note> of(String pk, long now) {
    PartitionQuery query =
        PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :damaged)",
            v -> v.text(":pk", pk).text(":damaged", SeriesKeys.DAMAGED));
    return Pages.all(dynamo, query).stream()
        .filter(item -> item.number("expires_at") > now)
        .map(DamageNotes::read)
        .toList();
  }

  private static Note read(Item item) {
    String metric = item.textOrNull("metric");
    return new Note(
        item.text(SOURCE),
        metric == null ? "" : metric,
        item.number("first_at"),
        item.number("last_at"));
  }
}
