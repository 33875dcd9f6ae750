package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How long a batch is known by its name. */
@ExtendWith(DynamoDbServer.class)
class BatchMemoryTest {
  private final TestDatabase database;
  private final TelemetryWorld world;

  BatchMemoryTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  /** Points that are kept for a day, and are an hour younger. */
  @Test
  void isKnownForADayHoweverShortItsPointsAreKept() {
    world.define("{\"name\": \"brief\", \"data_type\": \"numeric\", \"retention_days\": 1}");
    ApiAnswer first = send(1);

    world.clock.advance(Duration.ofHours(23));
    expire();
    assertThat(send(2).body()).isEqualTo(first.body());

    world.clock.advance(Duration.ofHours(1));
    expire();
    assertThat(send(3).status()).isEqualTo(422);
  }

  private ApiAnswer send(int value) {
    return world.batch(
        "d1",
        """
        {"batch_id": "b", "data_points": [{},
         {"timestamp": "2026-11-24T13:00:00Z", "metric_name": "brief", "value": %d}]}"""
            .formatted(value));
  }

  /** What the database does some time after an item's time has come. */
  private void expire() {
    long now = world.clock.instant().getEpochSecond();
    for (String table : new String[] {"ArrivalsTable", "SeriesTable"}) {
      String name = database.table(table);
      database.client().scanPaginator(r -> r.tableName(name)).items().stream()
          .filter(i -> i.containsKey("expires_at"))
          .filter(i -> Long.parseLong(i.get("expires_at").n()) <= now)
          .map(i -> Map.<String, AttributeValue>of("pk", i.get("pk"), "sk", i.get("sk")))
          .forEach(key -> database.client().deleteItem(r -> r.tableName(name).key(key)));
    }
  }
}
