package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.telemetry.dynamodb.DynamoArrivals;
import io.updraft.telemetry.intake.Arrivals.FirstPoints;
import io.updraft.telemetry.intake.Arrivals.News;
import io.updraft.telemetry.intake.Arrivals.Noted;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device sends a thousand metrics, and no more. */
@ExtendWith(DynamoDbServer.class)
class MetricNamesTest {
  private static final String REASON =
      "must be one that the device has sent before: it has 1,000 of them, and may not have more";

  private final TestDatabase database;
  private TelemetryWorld world;

  MetricNamesTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  private ApiAnswer send(String device, String prefix, int from, int to) {
    String points =
        IntStream.range(from, to).mapToObj(i -> point(prefix + i)).collect(Collectors.joining(","));
    return world.batch(device, "{\"data_points\": [" + points + "]}");
  }

  private static String point(String metric) {
    return """
        {"timestamp": "2026-11-25T11:00:00Z", "metric_name": "%s", "value": 1}"""
        .formatted(metric);
  }

  private int metrics(String device) {
    return world
        .get("/devices/{device_id}/metrics", Map.of("device_id", device), Map.of())
        .json()
        .path("count")
        .intValue();
  }

  @Test
  void theThousandAndFirstIsRefused() {
    assertThat(send("d1", "m", 0, 999).json().path("failed_count").intValue()).isZero();

    ApiAnswer answer = send("d1", "m", 997, 1_002);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("ingested_count").intValue()).isEqualTo(3);
    assertThat(answer.json().path("errors"))
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"index\":3,\"field\":\"metric_name\",\"message\":\"%s\"}".formatted(REASON),
            "{\"index\":4,\"field\":\"metric_name\",\"message\":\"%s\"}".formatted(REASON));
    assertThat(metrics("d1")).isEqualTo(1_000);
    assertThat(world.send("d1", point("m999")).status()).isEqualTo(200);
    assertThat(world.send("d2", point("m1000")).status()).isEqualTo(200);
    ApiAnswer refused = world.send("d1", point("m1000"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.wrongFields()).containsExactly("metric_name");
    assertThat(refused.body()).contains(REASON);
  }

  @Test
  void twoBatchesAtOnceShareTheRoom() throws ExecutionException, InterruptedException {
    send("d1", "m", 0, 950);

    List<ApiAnswer> answers = new ArrayList<>();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<ApiAnswer> one = both.submit(() -> send("d1", "n", 0, 40));
      Future<ApiAnswer> other = both.submit(() -> send("d1", "o", 0, 40));
      answers.add(one.get());
      answers.add(other.get());
    }

    assertThat(answers).extracting(ApiAnswer::status).containsOnly(200);
    assertThat(answers.stream().mapToInt(a -> a.json().path("ingested_count").intValue()).sum())
        .isEqualTo(50);
    assertThat(metrics("d1")).isEqualTo(1_000);
  }

  /** Whoever has read the device's state before another brought metrics is told how it stands. */
  @Test
  void thereIsNoRoomThatAnotherHasTaken() {
    send("d1", "m", 0, 999);
    DynamoArrivals arrivals = new DynamoArrivals(world.stores.dynamo(), world.stores.tables());

    assertThat(arrivals.note(TelemetryWorld.ORGANIZATION, "d1", news("a", "b")))
        .isInstanceOfSatisfying(
            Noted.NoRoom.class, full -> assertThat(full.standing().marks()).hasSize(999));
    assertThat(arrivals.note(TelemetryWorld.ORGANIZATION, "d1", news("a")))
        .isInstanceOf(Noted.Done.class);
    assertThat(metrics("d1")).isEqualTo(1_000);
  }

  private static News news(String... metrics) {
    List<FirstPoints> firsts =
        Arrays.stream(metrics).map(metric -> new FirstPoints(metric, 1, 1)).toList();
    return new News(firsts, TelemetryWorld.NOW, TelemetryWorld.NOW);
  }
}
