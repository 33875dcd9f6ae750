package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.domain.PointStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data points on DynamoDB, read eventually consistent: a point is there a moment after it came. */
public final class DynamoPointStore implements PointStore {
  private final Dynamo dynamo;
  private final TelemetryTables tables;
  private final Clock clock;

  public DynamoPointStore(Dynamo dynamo, TelemetryTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public DevicePoints device(String organization, String deviceId) {
    DeviceState state =
        dynamo
            .get(tables.series(), SeriesKeys.state(organization, deviceId), Reading.EVENTUAL)
            .map(DeviceState::new)
            .orElse(DeviceState.NONE);
    String pk = SeriesKeys.device(organization, deviceId);
    Instant now = clock.instant();
    List<Item> arrivals =
        state.equals(DeviceState.NONE) ? List.of() : unmerged(pk, state.settledTo(now), now);
    StoredParts parts = new StoredParts(dynamo, tables.series(), pk, now.getEpochSecond());
    return new StoredDevice(parts, new Unmerged(arrivals), state);
  }

  private List<Item> unmerged(String pk, @Nullable String after, Instant now) {
    PartitionQuery query =
        PartitionQuery.of(
                tables.arrivals(),
                "pk = :pk AND sk > :after",
                v -> v.text(":pk", pk).text(":after", after == null ? "0" : after))
            .limited(1_000);
    return Pages.all(dynamo, query).stream()
        .filter(item -> item.number("expires_at") > now.getEpochSecond())
        .toList();
  }

  @Override
  public List<String> holders(
      String organization, String metric, @Nullable String after, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                tables.series(),
                "pk = :pk AND sk > :after",
                v ->
                    v.text(":pk", SeriesKeys.holders(organization, metric))
                        .text(":after", after == null ? " " : after))
            .limited(limit);
    return dynamo.query(query).items().stream().map(item -> item.text("sk")).toList();
  }
}
