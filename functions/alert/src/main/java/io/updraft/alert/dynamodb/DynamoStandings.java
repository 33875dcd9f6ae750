package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How rules stand with devices, on the alerts table. */
public final class DynamoStandings implements Standings {
  private final Dynamo dynamo;
  private final String table;
  private final Clock clock;

  /**
   * @param table name of the alerts table
   */
  public DynamoStandings(Dynamo dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Standing find(Place place) {
    return dynamo
        .get(table, AlertKeys.standing(place), Reading.CONSISTENT)
        .map(StandingItems::read)
        .orElse(Standing.NONE);
  }

  @Override
  public boolean remember(Place place, Standing now) {
    return dynamo.write(StandingItems.write(table, place, now, clock.instant()))
        instanceof Commit.Committed;
  }

  @Override
  public List<AlertId> open(String organization, String deviceId) {
    return DeviceItems.query(
            dynamo, table, AlertKeys.device(organization, deviceId), AlertKeys.RULE)
        .map(item -> item.optionalText("open"))
        .flatMap(Optional::stream)
        .map(AlertId::new)
        .toList();
  }
}
