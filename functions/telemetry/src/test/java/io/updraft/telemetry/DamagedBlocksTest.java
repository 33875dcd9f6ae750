package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is damaged is told by every answer that would have had to hold it, before it is merged and
 * afterwards, and is never taken for data.
 */
@ExtendWith(DynamoDbServer.class)
class DamagedBlocksTest {
  private static final String DAY = "2026-11-25T00:00:00Z";
  private static final String NEXT_DAY = "2026-11-26T00:00:00Z";

  private final TestDatabase database;
  private final StoredBlocks blocks;
  private TelemetryWorld world;

  DamagedBlocksTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
    this.blocks = new StoredBlocks(database, "d1");
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  private void send(String time, String metric, int value) {
    String point =
        """
        {"timestamp": "%s", "metric_name": "%s", "value": %d}"""
            .formatted(time, metric, value);
    assertThat(world.send("d1", point).status()).isEqualTo(200);
  }

  private void merge() {
    world.clock.advance(Duration.ofHours(7));
    world.merge();
    world.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void ofAnArrival() {
    send("2026-11-25T10:00:00Z", "temp", 1);
    send("2026-11-25T11:00:00Z", "temp", 2);
    blocks.damageLastArrival();

    tellsOfOne("temp", "1");
    merge();
    tellsOfOne("temp", "1");
    assertThat(
            damaged(world.get("/devices/{device_id}/stats", Map.of("device_id", "d1"), Map.of())))
        .isEqualTo(1);
    assertThat(damaged(query("temp", DAY, "2026-11-25T11:00:00Z"))).isZero();
    assertThat(damaged(query("other", DAY, NEXT_DAY))).isZero();
  }

  @Test
  void ofAnArrivalOfWhichNothingIsKnown() {
    send("2026-11-25T10:00:00Z", "temp", 1);
    send("2026-11-25T11:00:00Z", "temp", 2);
    blocks.damageHeadOfLastArrival();

    tellsOfOne("temp", "1");
    merge();
    tellsOfOne("temp", "1");
    assertThat(damaged(query("other", DAY, NEXT_DAY))).isEqualTo(1);
    assertThat(damaged(query("temp", "2026-11-25T12:06:00Z", NEXT_DAY))).isZero();
  }

  @Test
  void ofAMergedPart() {
    send("2026-11-24T10:00:00Z", "temp", 1);
    merge();
    send("2026-11-25T10:00:00Z", "other", 2);
    send("2026-11-25T10:00:00Z", "temp", 2);
    merge();
    blocks.damageParts("other");
    send("2026-11-25T09:00:00Z", "other", 3);

    tellsOfOne("other", "3");
    merge();
    tellsOfOne("other", "3");
    send("2026-11-25T08:00:00Z", "other", 4);
    merge();
    assertThat(TelemetryWorld.values(query("other", DAY, NEXT_DAY))).containsExactly("4", "3");
    assertThat(damaged(query("other", DAY, NEXT_DAY))).isEqualTo(1);
    assertThat(damaged(query("other", NEXT_DAY, "2026-11-27T00:00:00Z"))).isZero();
    assertThat(damaged(query("temp", DAY, NEXT_DAY))).isZero();
  }

  @Test
  void theLatestIsTheOneBeforeThem() {
    send("2026-11-23T10:00:00Z", "temp", 1);
    send("2026-11-24T10:00:00Z", "temp", 2);
    send("2026-11-25T10:00:00Z", "temp", 3);
    merge();
    blocks.damageParts("temp#20261124");
    blocks.damageParts("temp#20261125");

    assertThat(latest("temp").text("value")).isEqualTo("1");
    assertThat(latest("temp").headers()).containsEntry("x-damaged-blocks", "2");
  }

  /** The part of a day is put aside twice, and each of the two is told. */
  @Test
  void ofAPartThatIsDamagedAgain() {
    for (int value = 1; value <= 3; value++) {
      send("2026-11-25T0%d:00:00Z".formatted(value), "temp", value);
      merge();
      blocks.damageParts("temp");
    }

    assertThat(damaged(query("temp", DAY, NEXT_DAY))).isEqualTo(3);
    assertThat(TelemetryWorld.values(query("temp", DAY, NEXT_DAY))).isEmpty();
  }

  @Test
  void isForgottenWithThePointsThatWereLost() {
    send("2026-11-25T11:00:00Z", "temp", 2);
    blocks.damageLastArrival();
    merge();
    world.clock.advance(Duration.ofDays(91));

    assertThat(damaged(query("temp", DAY, NEXT_DAY))).isZero();
  }

  /** By every way of asking for a metric, of which one value is left. */
  private void tellsOfOne(String metric, String left) {
    ApiAnswer found = query(metric, DAY, NEXT_DAY);
    assertThat(TelemetryWorld.values(found)).containsExactly(left);
    assertThat(damaged(found)).isEqualTo(1);

    ApiAnswer aggregated =
        world.get(
            "/aggregated",
            Map.of(),
            Map.of(
                "metric_name", metric,
                "aggregation_type", "max",
                "interval", "86400",
                "start_time", DAY,
                "end_time", NEXT_DAY));
    assertThat(TelemetryWorld.values(aggregated)).containsExactly(left);
    assertThat(damaged(aggregated)).isEqualTo(1);

    ApiAnswer csv =
        world.get(
            "/export/csv",
            Map.of(),
            Map.of("metric_names", metric, "start_time", DAY, "end_time", NEXT_DAY));
    assertThat(csv.body().lines()).hasSize(2).last().asString().contains("," + left + ",");
    assertThat(csv.headers()).containsEntry("x-damaged-blocks", "1");

    assertThat(latest(metric).text("value")).isEqualTo(left);
    assertThat(latest(metric).headers()).containsEntry("x-damaged-blocks", "1");
  }

  private ApiAnswer latest(String metric) {
    return world.get(
        "/devices/{device_id}/metrics/{name}/latest",
        Map.of("device_id", "d1", "name", metric),
        Map.of());
  }

  private ApiAnswer query(String metric, String start, String end) {
    return world.query(
        Map.of(
            "metrics",
            List.of(metric),
            "devices",
            List.of("d1"),
            "start_time",
            start,
            "end_time",
            end));
  }

  private static int damaged(ApiAnswer answer) {
    return answer.json().path("damaged_blocks").intValue();
  }
}
