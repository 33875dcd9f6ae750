package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway registers two devices an hour by sending for them, on the tables of both contexts. */
@ExtendWith(DynamoDbServer.class)
class GatewayQuotaTest {
  private static final String ONE = "POST /api/v1/telemetry/devices/{device_id}/telemetry";
  private static final String REFUSAL =
      "A gateway may register 2 new devices an hour; go on when the next hour begins.";

  private final TestDatabase database;
  private final TelemetryWorld world;
  private final TelemetryIngestFunction ingest;

  GatewayQuotaTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
    Map<String, String> variables = new HashMap<>(database.environment("TelemetryIngest"));
    variables.put("GATEWAY_REGISTRATIONS_PER_HOUR", "2");
    this.ingest =
        new TelemetryIngestFunction(world.stores.takeIn(Environment.of(variables)), world.clock);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world.clock.set(TelemetryWorld.NOW);
  }

  private ApiAnswer send(String gateway, String device) {
    return call(ONE, device).asGateway(TelemetryWorld.ORGANIZATION, gateway).on(ingest);
  }

  private ApiCall call(String route, String device) {
    return ApiCall.of(route)
        .path("device_id", device)
        .json(
            "{\"timestamp\": \"%s\", \"metric_name\": \"temp\", \"value\": 1}"
                .formatted(world.clock.instant()));
  }

  @Test
  void refusesTheDeviceBeyondAndGoesOnForThoseThatAreKnown() {
    world.clock.advance(Duration.ofMinutes(20));
    assertThat(send("gail", "d1").status()).isEqualTo(200);
    assertThat(send("gail", "d2").status()).isEqualTo(200);

    ApiAnswer refused = send("gail", "d3");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("code")).isEqualTo("RATE_LIMITED");
    assertThat(refused.text("detail")).isEqualTo(REFUSAL);
    assertThat(refused.headers()).containsEntry("retry-after", "2400");
    assertThat(metrics("d3")).isZero();
    assertThat(send("gail", "d1").status()).isEqualTo(200);
    assertThat(metrics("d1")).isEqualTo(1);
  }

  private int metrics(String device) {
    return world
        .get("/devices/{device_id}/metrics", Map.of("device_id", device), Map.of())
        .json()
        .path("count")
        .intValue();
  }

  @Test
  void whatIsRefusedCanBeSentAgainInTheNextHour() {
    send("gail", "d1");
    send("gail", "d2");
    String body =
        """
        {"batch_id": "b", "data_points": [
         {"timestamp": "%s", "metric_name": "temp", "value": 1}]}"""
            .formatted(TelemetryWorld.NOW);
    assertThat(batch("d3", body).status()).isEqualTo(429);

    world.clock.advance(Duration.ofHours(1));

    assertThat(batch("d3", body).text("ingested_count")).isEqualTo("1");
    assertThat(metrics("d3")).isEqualTo(1);
  }

  private ApiAnswer batch(String device, String body) {
    return call(ONE + "/batch", device)
        .json(body)
        .asGateway(TelemetryWorld.ORGANIZATION, "gail")
        .on(ingest);
  }

  @Test
  void eachGatewayHasAQuotaAndDevicesThemselvesHaveNone() {
    send("gail", "d1");
    send("gail", "d2");

    assertThat(send("gus", "d3").status()).isEqualTo(200);
    assertThat(call(ONE, "d4").asDevice(TelemetryWorld.ORGANIZATION, "d4").on(ingest).status())
        .isEqualTo(200);
    assertThat(send("gail", "d4").status()).isEqualTo(200);
    assertThat(send("gail", "d5").status()).isEqualTo(429);
  }
}
