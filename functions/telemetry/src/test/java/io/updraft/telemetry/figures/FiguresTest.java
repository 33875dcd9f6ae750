package io.updraft.telemetry.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.telemetry.TelemetryWorld;
import io.updraft.telemetry.domain.Figures;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class FiguresTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final TestDatabase database;
  private TelemetryWorld world;

  FiguresTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  private static DynamodbStreamRecord arrival(String number, String pk, Instant at, int points) {
    StreamRecord change = new StreamRecord();
    change.setSequenceNumber(number);
    change.setNewImage(
        Map.of(
            "pk",
            new AttributeValue(pk),
            "at",
            new AttributeValue(at.toString()),
            "points",
            new AttributeValue().withN(Integer.toString(points)),
            "block",
            new AttributeValue().withB(ByteBuffer.allocate(100))));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(change);
    return record;
  }

  private void arrive(DynamodbStreamRecord... records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(Arrays.asList(records));
    new FiguresHandler(world.stores.figures()).handleRequest(event, new TestContext());
  }

  @Test
  void countsByOrganizationAndHour() {
    arrive(
        arrival("1", "acme#d1", NOON.minusSeconds(1), 5),
        arrival("2", "acme#d2", NOON, 7),
        arrival("3", "other#d1", NOON, 100));
    arrive(arrival("4", "acme#d1", NOON.plusSeconds(60), 1));

    long hour = NOON.getEpochSecond() / 3_600;
    assertThat(world.stores.figures().since("acme", NOON.minus(Duration.ofDays(1))))
        .isEqualTo(Map.of(hour - 1, new Figures(1, 5, 100), hour, new Figures(2, 8, 200)));
    ApiAnswer answer = world.get("/stats", Map.of(), Map.of());
    assertThat(answer.json().path("points").longValue()).isEqualTo(13);
    assertThat(answer.json().path("points_last24h").longValue()).isEqualTo(13);
  }

  @Test
  void countsARepeatedBatchOnce() {
    DynamodbStreamRecord[] batch = {
      arrival("1", "acme#d1", NOON, 5), arrival("2", "other#d1", NOON, 6)
    };
    arrive(batch);
    arrive(batch);

    assertThat(world.stores.figures().since("acme", NOON).values())
        .containsExactly(new Figures(1, 5, 100));
  }

  @Test
  void oneWriteForManyArrivals() {
    DynamodbStreamRecord[] batch = new DynamodbStreamRecord[200];
    Arrays.setAll(batch, i -> arrival("" + i, "acme#d" + i, NOON, 1));
    database.consumed().reset();

    arrive(batch);

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
  }

  @Test
  void theFiguresOfADeviceAreExactBeforeAndAfterMerging() {
    for (int i = 0; i < 3; i++) {
      String point =
          """
          {"timestamp": "%s", "metric_name": "m%d", "value": 1}"""
              .formatted(world.clock.instant(), i % 2);
      world.batch("d1", "{\"data_points\": [%s, {}]}".formatted(point));
      world.clock.advance(Duration.ofMinutes(40));
    }
    String before = deviceStats();

    assertThat(before)
        .contains("\"metrics\":2,\"points\":3,")
        .contains(
            "\"by_hour\":[{\"hour\":\"2026-11-25T12:00:00.000Z\",\"points\":2},"
                + "{\"hour\":\"2026-11-25T13:00:00.000Z\",\"points\":1}]");
    world.merge();
    assertThat(deviceStats()).isEqualTo(before);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(deviceStats()).isEqualTo(before);
  }

  private String deviceStats() {
    return world.get("/devices/{device_id}/stats", Map.of("device_id", "d1"), Map.of()).body();
  }
}
