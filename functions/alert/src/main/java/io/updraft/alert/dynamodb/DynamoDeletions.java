package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Deletions;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deleted devices, on the alerts table. */
public final class DynamoDeletions implements Deletions {
  /** As points of a metric without a definition are, by which devices are found. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoDeletions(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void note(String organization, String deviceId, Instant at) {
    dynamo.write(
        Guarded.update(
                table,
                AlertKeys.deletion(organization, deviceId),
                "SET deleted_at = :at, expires_at = :expiry")
            .when("attribute_not_exists(pk) OR deleted_at < :at")
            .with(v -> v.time(":at", at).expiry(":expiry", at.plus(KEPT))));
  }

  @Override
  public Optional<Instant> find(String organization, String deviceId) {
    return dynamo
        .get(table, AlertKeys.deletion(organization, deviceId), Reading.EVENTUAL)
        .map(item -> item.time("deleted_at"));
  }
}
