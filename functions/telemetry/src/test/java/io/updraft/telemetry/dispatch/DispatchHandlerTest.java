package io.updraft.telemetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.dynamodb.Item;
import io.updraft.events.Envelope;
import io.updraft.events.TelemetryDataReceived;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.live.published.LiveFeed;
import io.updraft.telemetry.TelemetryWorld;
import io.updraft.telemetry.domain.Announcement;
import io.updraft.telemetry.domain.Figures;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DispatchHandlerTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final TestDatabase database;
  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean watched;
  private boolean away;
  private TelemetryWorld world;

  DispatchHandlerTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    announced.clear();
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
            "sk",
            new AttributeValue("a" + number),
            "metrics",
            new AttributeValue().withN("3"),
            "correlation_id",
            new AttributeValue("c-7"),
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

  private List<String> arrive(DynamodbStreamRecord... records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(Arrays.asList(records));
    TestContext context = new TestContext();
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    var _ =
        new DispatchHandler(announced::addAll, new Feed(), world.stores.figures(), clock)
            .handleRequest(event, context);
    return context.log();
  }

  @Test
  void tellsHowManyPointsCameInOneLineABatch() {
    assertThat(arrive(arrival("1", "acme#dev-1", NOON, 3), arrival("2", "acme#dev-2", NOON, 4)))
        .singleElement()
        .asString()
        .contains("\"points_ingested\":7", "\"batches_ingested\":2", "\"_aws\"");
    assertThat(arrive()).isEmpty();
  }

  private final class Feed implements LiveFeed {
    @Override
    public boolean watched(String organization) {
      asked.add(organization);
      return watched;
    }

    @Override
    public void points(String organization, List<String> points) {
      if (away) {
        throw new IllegalStateException("away");
      }
      points.forEach(point -> shown.add(organization + " " + point));
    }

    @Override
    public void alerts(String organization, List<String> alerts) {
      throw new AssertionError("no alerts here");
    }
  }

  /** What the store has of a device, as its stream tells it. */
  private DynamodbStreamRecord stored(String device) {
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item =
        database.contents().getOrDefault("ArrivalsTable", Set.of()).stream()
            .filter(i -> new Item(i).text("pk").equals("acme#" + device))
            .findFirst()
            .orElseThrow();
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach(
        (name, value) -> {
          AttributeValue attribute = new AttributeValue();
          attribute.setS(value.s());
          attribute.setN(value.n());
          attribute.setB(value.b() == null ? null : value.b().asByteBuffer());
          image.put(name, attribute);
        });
    DynamodbStreamRecord record = arrival("1", "acme#" + device, NOON, 1);
    record.getDynamodb().setNewImage(image);
    return record;
  }

  @Test
  void announcesEachArrivalAndTheSameOneAsTheSameEvent() {
    arrive(arrival("1", "acme#d1", NOON, 40), arrival("2", "acme#d1", NOON, 1));
    arrive(arrival("1", "acme#d1", NOON, 40));

    assertThat(announced).hasSize(3);
    Announcement first = announced.getFirst();
    Envelope envelope = ((ReadResult.Known) new EventJson().read(first.json())).envelope();
    assertThat(first.entity()).isEqualTo("acme#d1");
    assertThat(first.sequence()).isEqualTo("a1");
    assertThat(first.record()).isEqualTo("1");
    assertThat(envelope.data()).isEqualTo(new TelemetryDataReceived("d1", 3, 40, NOON));
    assertThat(envelope.organizationId()).contains("acme");
    assertThat(envelope.correlationId()).contains("c-7");
    assertThat(envelope.natsSubject().toString()).contains("telemetry.data.received");
    assertThat(announced.get(2)).isEqualTo(first);
    assertThat(announced.get(1).json()).isNotEqualTo(first.json());
  }

  @Test
  void showsTheLastPointOfEachSeriesWhereSomebodyWatches() {
    watched = true;
    world.batch(
        "d1",
        """
        {"data_points": [
          {"timestamp": "2026-11-25T11:00:00Z", "metric_name": "t", "value": 1},
          {"timestamp": "2026-11-25T11:00:02Z", "metric_name": "t", "value": 2.50, "unit": "°C"},
          {"timestamp": "2026-11-25T11:00:01Z", "metric_name": "t", "value": 3,
           "tags": {"room": "7"}},
          {"timestamp": "2026-11-25T11:00:00Z", "metric_name": "door", "value": "open"}]}""");

    arrive(stored("d1"));

    assertThat(shown)
        .containsExactlyInAnyOrder(
            """
            acme {"device_id":"d1","metric_name":"t","timestamp":"2026-11-25T11:00:02.000Z",\
            "value":2.5,"unit":"°C","tags":{},"quality":100}""",
            """
            acme {"device_id":"d1","metric_name":"t","timestamp":"2026-11-25T11:00:01.000Z",\
            "value":3,"unit":null,"tags":{"room":"7"},"quality":100}""",
            """
            acme {"device_id":"d1","metric_name":"door","timestamp":"2026-11-25T11:00:00.000Z",\
            "value":"open","unit":null,"tags":{},"quality":100}""");
  }

  /** Their blocks here are none, so that opening one would be seen. */
  @Test
  void opensNothingWhereNobodyWatches() {
    arrive(arrival("1", "acme#d1", NOON, 5), arrival("2", "acme#d2", NOON, 5));

    assertThat(shown).isEmpty();
    assertThat(asked).containsExactly("acme");
  }

  @Test
  void comesAgainWhereTheQueueIsAwayAndCountsOnce() {
    watched = true;
    away = true;
    world.send(
        "d1", "{\"timestamp\": \"2026-11-25T11:00:00Z\", \"metric_name\": \"t\", \"value\": 1}");
    DynamodbStreamRecord record = stored("d1");
    assertThatThrownBy(() -> arrive(record)).hasMessage("away");

    away = false;
    arrive(record);

    assertThat(shown).hasSize(1);
    assertThat(announced.get(1)).isEqualTo(announced.get(0));
    assertThat(world.stores.figures().since("acme", NOON.minus(Duration.ofDays(1))).values())
        .extracting(Figures::requests)
        .containsExactly(1L);
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
        .isEqualTo(Map.of(hour - 1, new Figures(1, 5, 100, 0), hour, new Figures(2, 8, 200, 0)));
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
        .containsExactly(new Figures(1, 5, 100, 0));
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
