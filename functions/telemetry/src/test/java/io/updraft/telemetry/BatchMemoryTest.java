package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a batch is known by its name. */
@ExtendWith(DynamoDbServer.class)
class BatchMemoryTest {
  private final TelemetryWorld world;
  private final StoredBlocks blocks;

  BatchMemoryTest(TestDatabase database) {
    this.world = new TelemetryWorld(database);
    this.blocks = new StoredBlocks(database, "d1");
  }

  /** Points that are kept for a day, and are an hour younger. */
  @Test
  void isKnownForADayHoweverShortItsPointsAreKept() {
    world.define("{\"name\": \"brief\", \"data_type\": \"numeric\", \"retention_days\": 1}");
    ApiAnswer first = send(1);

    world.clock.advance(Duration.ofHours(23));
    blocks.expire(world.clock.instant().getEpochSecond());
    assertThat(send(2).body()).isEqualTo(first.body());

    world.clock.advance(Duration.ofHours(1));
    blocks.expire(world.clock.instant().getEpochSecond());
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
}
