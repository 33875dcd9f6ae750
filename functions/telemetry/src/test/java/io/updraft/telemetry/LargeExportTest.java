package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.export.Export;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports of some 6 MB, which no answer holds. */
@ExtendWith(DynamoDbServer.class)
class LargeExportTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final int BATCHES = 6;
  private static final int POINTS = 1_000;

  private final TestDatabase database;
  private TelemetryWorld world;
  private ExportRunner runner;

  LargeExportTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
    this.runner = new ExportRunner(world);
  }

  @BeforeEach
  void send() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
    runner = new ExportRunner(world);
    for (String device : List.of("d1", "d2")) {
      IntStream.range(0, BATCHES / 2).forEach(batch -> send(device, batch));
    }
  }

  private void send(String device, int batch) {
    String points =
        IntStream.range(batch * POINTS, (batch + 1) * POINTS)
            .mapToObj(LargeExportTest::point)
            .collect(Collectors.joining(","));
    assertThat(world.batch(device, "{\"data_points\": [" + points + "]}").status()).isEqualTo(200);
  }

  private static String point(int second) {
    return "{\"timestamp\": \"%s\", \"metric_name\": \"log\", \"value\": \"%s\"}"
        .formatted(START.plusSeconds(second), value(second));
  }

  private static String value(int second) {
    return "%04d-".formatted(second).repeat(200);
  }

  private static String expected() {
    String lines =
        Stream.of("d1", "d2")
            .flatMap(
                device ->
                    IntStream.range(0, BATCHES / 2 * POINTS)
                        .mapToObj(
                            second ->
                                "%s,%s,log,%s,,\r\n"
                                    .formatted(time(second), device, value(second))))
            .collect(Collectors.joining());
    return "timestamp,device_id,metric_name,value,unit,tags\r\n" + lines;
  }

  private static String time(int second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }

  private ApiAnswer ask(int hours) {
    return ask("log", hours);
  }

  private ApiAnswer ask(String metric, int hours) {
    return world.get(
        "/export/csv",
        Map.of(),
        Map.of(
            "metric_names",
            metric,
            "start_time",
            START.toString(),
            "end_time",
            START.plus(Duration.ofHours(hours)).toString()));
  }

  private String begun() {
    ApiAnswer answer = ask(2);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").textValue()).isEqualTo("running");
    String id = answer.json().path("export_id").textValue();
    assertThat(answer.headers().get("location")).isEqualTo("/api/v1/telemetry/exports/" + id);
    return id;
  }

  private ApiAnswer show(String id) {
    return world.get("/exports/{export_id}", Map.of("export_id", id), Map.of());
  }

  @Test
  void isWrittenToAFilePartByPart() {
    String id = begun();
    runner.run(id);

    ApiAnswer answer = show(id);
    assertThat(answer.json().path("status").textValue()).isEqualTo("completed");
    assertThat(answer.json().path("points").intValue()).isEqualTo(BATCHES * POINTS);
    assertThat(answer.json().path("size").intValue()).isEqualTo(expected().length());
    assertThat(answer.json().path("url").textValue()).isEqualTo("memory:%s?60".formatted(id));
    assertThat(world.files.text(id)).isEqualTo(expected());
    assertThat(runner.export(id).progress().parts()).hasSizeGreaterThan(4);
  }

  /** In characters they would fit an answer. */
  @Test
  void isMeasuredInBytes() {
    String wide = "温".repeat(700);
    for (int batch = 0; batch < 3; batch++) {
      String points =
          IntStream.range(batch * POINTS, (batch + 1) * POINTS)
              .mapToObj(
                  second ->
                      "{\"timestamp\": \"%s\", \"metric_name\": \"wide\", \"value\": \"%s\"}"
                          .formatted(START.plusSeconds(second), wide))
              .collect(Collectors.joining(","));
      assertThat(world.batch("d3", "{\"data_points\": [" + points + "]}").status()).isEqualTo(200);
    }

    assertThat(ask("wide", 2).status()).isEqualTo(202);
  }

  @Test
  void isBegunOnceAndThreeRunAtMost() {
    String id = begun();

    assertThat(begun()).isEqualTo(id);
    assertThat(ask(3).status()).isEqualTo(202);
    assertThat(ask(4).status()).isEqualTo(202);
    assertThat(ask(5).status()).isEqualTo(429);
    assertThat(ask(5).headers().get("retry-after")).isEqualTo("60");
    runner.run(id);
    assertThat(ask(5).status()).isEqualTo(202);
  }

  @Test
  void goesOnWhereItWasAfterEachFailure() {
    String id = begun();
    while (runner.export(id).status() == Export.Status.RUNNING) {
      world.files.away(1);
      assertThatThrownBy(() -> runner.step(id)).isInstanceOf(DependencyUnavailable.class);
      runner.step(id);
    }

    assertThat(world.files.text(id)).isEqualTo(expected());
  }

  @Test
  void completesOnceMoreWhatWasNotNoted() {
    String id = begun();
    while (!runner.export(id).progress().read()) {
      runner.step(id);
    }
    Export before = runner.export(id);
    world.files.complete(before, "upload-0", before.progress().parts());
    runner.step(id);

    assertThat(runner.export(id).status()).isEqualTo(Export.Status.COMPLETED);
  }

  @Test
  void takesNoStepTwice() {
    String id = begun();
    runner.step(id);
    Export after = runner.export(id);
    runner.step(id, after.version() - 1);

    assertThat(runner.export(id)).isEqualTo(after);
  }

  @Test
  void failsWhenItsPartsAreLost() {
    String id = begun();
    runner.step(id);
    world.files.lose();
    runner.run(id);

    ApiAnswer answer = show(id);
    assertThat(answer.json().path("status").textValue()).isEqualTo("failed");
    assertThat(answer.json().path("error").textValue()).contains("ask again");
    assertThat(answer.json().path("url").isNull()).isTrue();
  }

  @Test
  void failsWhenItLastsTooLong() {
    String id = begun();
    runner.step(id);
    world.clock.advance(Duration.ofHours(7));
    runner.run(id);

    assertThat(show(id).json().path("error").textValue()).contains("shorter range");
    assertThat(world.files.unfinished()).isZero();
  }

  @Test
  void isOfItsOrganizationAndForADay() {
    String id = begun();
    runner.run(id);

    assertThat(world.export("another", id).status()).isEqualTo(404);
    world.clock.advance(Duration.ofMinutes(23 * 60 + 30));
    assertThat(show(id).json().path("url").textValue()).endsWith("?30");
    world.clock.advance(Duration.ofMinutes(30));
    assertThat(show(id).status()).isEqualTo(404);
  }
}
