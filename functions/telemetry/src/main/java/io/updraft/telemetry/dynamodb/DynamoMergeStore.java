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
  /** Arrivals merged at once. */
  private static final int MOST_ARRIVALS = 300;

  private final Dynamo dynamo;
  private final TelemetryTables tables;
  private final PartItems parts;
  private final DamageNotes notes;

  public DynamoMergeStore(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.parts = new PartItems(dynamo, tables.series());
    this.notes = new DamageNotes(dynamo, tables.series());
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
              .limited(Math.ceilDiv(limit, DueParts.all().size()));
      dynamo.query(query).items().forEach(item -> due.add(device(item)));
    }
    return due;
  }

  private static Device device(Item state) {
    String[] key = state.text("pk").split("#", -1);
    return new Device(key[0], key[1]);
  }

  @Override
  public Backlog backlog(Device device, Instant horizon, Instant now) {
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
    return new BacklogReader(device, state, found, now).read(last, more, recent(device, last));
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
  public boolean write(Device device, String metric, List<Part> pieces, Instant expiresAt) {
    return parts.write(device, metric, pieces, expiresAt);
  }

  @Override
  public boolean close(Backlog merged, Map<String, long[]> ranges, Closing closing) {
    merged.damage().forEach(damage -> notes.note(merged.device(), damage));
    ranges.forEach((metric, range) -> parts.widen(merged.device(), metric, range[0], range[1]));
    return dynamo.write(closed(merged, closing)) instanceof Commit.Committed;
  }

  private Guarded closed(Backlog merged, Closing closing) {
    StateChange change =
        new StateChange()
            .set("merged_at", v -> v.time(":merged_at", closing.now()))
            .set("hours", v -> v.map(":hours", hours(closing.hours())))
            .setOrRemove("merged_to", merged.upTo())
            .setOrRemove("merged_before", merged.settled())
            .add("points", merged.points())
            .add("bytes", merged.bytes())
            .add("damaged", merged.damaged());
    due(change, closing);
    return change
        .on(tables.series(), merged.device())
        .when(condition(merged, closing))
        .with(v -> v.text(":after", merged.after()));
  }

  private static void due(StateChange change, Closing closing) {
    if (closing.due() == null) {
      change.remove("due_at").remove("due_part").remove("idle");
      return;
    }
    change.set("due_at", v -> v.time(":due_at", closing.due()));
    if (closing.idle()) {
      change.set("idle", v -> v.flag(":idle", true));
    } else {
      change.remove("idle");
    }
  }

  // To be no longer due it must still be idle: who sends meanwhile has taken that away.
  private static String condition(Backlog merged, Closing closing) {
    String unchanged =
        merged.after() == null ? "attribute_not_exists(merged_to)" : "merged_to = :after";
    return closing.due() == null ? unchanged + " AND attribute_exists(idle)" : unchanged;
  }

  private static Map<String, AttributeValue> hours(Map<Long, Long> hours) {
    Map<String, AttributeValue> written = new HashMap<>();
    hours.forEach(
        (hour, points) -> written.put(hour.toString(), AttributeValue.fromN(points.toString())));
    return written;
  }
}
