package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Points keep nanoseconds, so both ends of a range have them. */
@ExtendWith(DynamoDbServer.class)
class ExactTimesTest {
  private static final String FIRST = "2026-11-25T09:00:00.000000001Z";
  private static final String SECOND = "2026-11-25T09:00:00.000000002Z";
  private static final String THIRD = "2026-11-25T10:00:00.000000003+01:00";

  private final TelemetryWorld world;

  ExactTimesTest(TestDatabase database) {
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void send() {
    world.batch("d1", "{\"data_points\": [%s, %s]}".formatted(point(FIRST, 1), point(SECOND, 2)));
  }

  private static String point(String time, int value) {
    return """
        {"timestamp": "%s", "metric_name": "exact", "value": %d}"""
        .formatted(time, value);
  }

  @Test
  void ofAQuery() {
    assertThat(found(FIRST, SECOND)).containsExactly("1");
    assertThat(found(SECOND, THIRD)).containsExactly("2");
  }

  private List<String> found(String start, String end) {
    return TelemetryWorld.values(
        world.query(Map.of("metrics", List.of("exact"), "start_time", start, "end_time", end)));
  }

  @Test
  void ofParameters() {
    Map<String, String> parameters =
        Map.of(
            "metric_name", "exact",
            "aggregation_type", "count",
            "interval", "60",
            "start_time", FIRST,
            "end_time", SECOND);

    assertThat(TelemetryWorld.values(world.get("/aggregated", Map.of(), parameters)))
        .containsExactly("1");
  }
}
