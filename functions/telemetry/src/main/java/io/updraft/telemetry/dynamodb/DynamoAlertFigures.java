package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.telemetry.published.AlertFigures;
import java.util.Map;

/**
 * Counts of alerts beside those of arrivals, in items of their own, and in the states of devices;
 * see {@link DynamoServiceFigures} for what becomes of a batch that comes again.
 */
public final class DynamoAlertFigures implements AlertFigures {
  static final String ALERTS = "alerts";

  private final Dynamo dynamo;
  private final String table;

  public DynamoAlertFigures(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.table = tables.series();
  }

  @Override
  public void add(String organization, long hour, String batch, Map<String, Long> byDevice) {
    long all = byDevice.values().stream().mapToLong(Long::longValue).sum();
    Key hourly = DynamoServiceFigures.key(organization, hour, ALERTS, batch);
    dynamo.write(
        counted(hourly, "last_batch = :batch, expires_at = :expires", "last_batch", batch, all)
            .with(v -> v.expiry(":expires", DynamoServiceFigures.expiry(hour))));
    byDevice.forEach(
        (device, alerts) ->
            dynamo.write(
                counted(
                    SeriesKeys.state(organization, device),
                    "alerts_batch = :batch",
                    "alerts_batch",
                    batch,
                    alerts)));
  }

  private Guarded counted(Key key, String set, String mark, String batch, long more) {
    return Guarded.update(table, key, "SET %s ADD alerts :more".formatted(set))
        .when("attribute_not_exists(%1$s) OR %1$s <> :batch".formatted(mark))
        .with(v -> v.text(":batch", batch).number(":more", more));
  }
}
