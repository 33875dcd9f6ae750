package io.updraft.telemetry.dynamodb;

import com.github.f4b6a3.ulid.Ulid;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Merging on DynamoDB. */
public final class DynamoMergeStore implements MergeStore {
  /** Arrivals merged at once: what a page of a query holds, a few times. */
  private static final int MOST_ARRIVALS = 1_000;

  private final Dynamo dynamo;
  private final TelemetryTables tables;
  private final PartItems parts;

  public DynamoMergeStore(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.parts = new PartItems(dynamo, tables.series());
  }

  @Override
  public List<Device> due(Instant now, int limit) {
    List<Device> due = new ArrayList<>();
    for (String part : DueParts.all()) {
      PartitionQuery query =
          PartitionQuery.of(
                  tables.series(),
                  "due_part = :part AND due_at <= :now",
                  v -> v.text(":part", part).time(":now", now))
              .onIndex(DueParts.INDEX)
              .limited(limit);
      dynamo.query(query).items().forEach(item -> due.add(device(item)));
    }
    return due;
  }

  private static Device device(Item state) {
    String[] key = state.text("pk").split("#", -1);
    return new Device(key[0], key[1]);
  }

  @Override
  public Backlog backlog(Device device, Instant horizon) {
    DeviceState state =
        dynamo
            .get(
                tables.series(),
                SeriesKeys.state(device.organization(), device.deviceId()),
                Reading.CONSISTENT)
            .map(DeviceState::new)
            .orElse(DeviceState.NONE);
    String last = Ulid.min(horizon.toEpochMilli()).toString();
    List<Item> found = new ArrayList<>();
    boolean more = arrivals(device, state.mergedTo(), last, found);
    return new BacklogReader(device, state, found).read(more, recent(device, last));
  }

  /** Whether there are more than were read. */
  private boolean arrivals(Device device, @Nullable String after, String before, List<Item> found) {
    PartitionQuery query =
        PartitionQuery.of(
                tables.arrivals(),
                "pk = :pk AND sk BETWEEN :after AND :before",
                v ->
                    v.text(":pk", SeriesKeys.device(device.organization(), device.deviceId()))
                        .text(":after", after == null ? "0" : after + "0")
                        .text(":before", before))
            .limited(MOST_ARRIVALS)
            .consistently();
    ItemPage page = dynamo.query(query);
    found.addAll(page.items());
    return page.last() != null;
  }

  private boolean recent(Device device, String horizon) {
    PartitionQuery query =
        PartitionQuery.of(
                tables.arrivals(),
                "pk = :pk AND sk > :horizon",
                v ->
                    v.text(":pk", SeriesKeys.device(device.organization(), device.deviceId()))
                        .text(":horizon", horizon))
            .limited(1)
            .consistently();
    return !dynamo.query(query).items().isEmpty();
  }

  @Override
  public List<Part> parts(Device device, String metric, long from, long to) {
    return parts.around(device, metric, from, to);
  }

  @Override
  public boolean write(Device device, String metric, Part part, Instant expiresAt) {
    return parts.write(device, metric, part, expiresAt);
  }

  @Override
  public boolean close(Backlog merged, Map<String, long[]> ranges, Closing closing) {
    ranges.forEach((metric, range) -> parts.widen(merged.device(), metric, range[0], range[1]));
    return dynamo.write(closed(merged, closing)) instanceof Commit.Committed;
  }

  private Guarded closed(Backlog merged, Closing closing) {
    return Guarded.update(
            tables.series(),
            SeriesKeys.state(merged.device().organization(), merged.device().deviceId()),
            expression(merged, closing))
        .when(condition(merged, closing))
        .with(v -> v.time(":now", closing.now()).map(":hours", hours(closing.hours())))
        .with(v -> v.text(":to", merged.upTo()).text(":before", merged.after()))
        .with(v -> v.time(":due", closing.due()).flag(":idle", closing.idle() ? true : null))
        .with(v -> v.number(":points", merged.points()).number(":bytes", merged.bytes()))
        .with(v -> v.number(":damaged", merged.damaged()));
  }

  private static String expression(Backlog merged, Closing closing) {
    List<String> set = new ArrayList<>(List.of("merged_at = :now", "hours = :hours"));
    List<String> remove = new ArrayList<>();
    assign("merged_to", ":to", merged.upTo(), set, remove);
    assign("merged_before", ":before", merged.after(), set, remove);
    assign("due_at", ":due", closing.due(), set, remove);
    assign("idle", ":idle", (closing.idle() && closing.due() != null) ? true : null, set, remove);
    if (closing.due() == null) {
      remove.add("due_part");
    }
    return "SET "
        + String.join(", ", set)
        + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove))
        + " ADD points :points, bytes :bytes, damaged :damaged";
  }

  private static void assign(
      String name, String value, @Nullable Object given, List<String> set, List<String> remove) {
    if (given == null) {
      remove.add(name);
    } else {
      set.add(name + " = " + value);
    }
  }

  // To be no longer due it must still be idle: who sends meanwhile has taken that away.
  private static String condition(Backlog merged, Closing closing) {
    String unchanged =
        merged.after() == null ? "attribute_not_exists(merged_to)" : "merged_to = :before";
    return closing.due() == null ? unchanged + " AND attribute_exists(idle)" : unchanged;
  }

  private static Map<String, AttributeValue> hours(Map<Long, Long> hours) {
    Map<String, AttributeValue> written = new HashMap<>();
    hours.forEach(
        (hour, points) -> written.put(hour.toString(), AttributeValue.fromN(points.toString())));
    return written;
  }
}
