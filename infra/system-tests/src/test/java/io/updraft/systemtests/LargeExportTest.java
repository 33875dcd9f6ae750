package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An export that no answer holds: asked for, written by the stream's function, downloaded. */
@Timeout(180)
class LargeExportTest {
  private static final int BATCHES = 20;
  private static final int POINTS = 1_000;
  private static final String NOTE = "note".repeat(70);

  @TempDir Path folder;

  @Test
  void isWrittenToAFileThatCanBeDownloaded() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data"))) {
      Operator operator = Operator.of(runtime);
      Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(12));
      for (int i = 0; i < BATCHES; i++) {
        send(operator, start.plusSeconds((long) i * POINTS));
      }
      Answer begun =
          operator
              .api()
              .send(
                  Call.get(
                      "/api/v1/telemetry/export/csv?metric_names=log&start_time=%s&end_time=%s"
                          .formatted(start, start.plus(Duration.ofHours(10)))),
                  operator.admin());
      assertThat(begun.status()).isEqualTo(202);

      String csv = download(completed(operator, begun.body().path("export_id").textValue()));
      List<String> lines = csv.lines().toList();
      assertThat(lines).hasSize(BATCHES * POINTS + 1).doesNotHaveDuplicates();
      assertThat(lines.get(1)).endsWith(",logger,log," + NOTE + ",,");
      assertThat(lines.subList(1, lines.size())).isSorted();
    }
  }

  private static void send(Operator operator, Instant from) throws InterruptedException {
    List<Map<String, String>> points =
        IntStream.range(0, POINTS)
            .mapToObj(
                i ->
                    Map.of(
                        "timestamp",
                        from.plusSeconds(i).toString(),
                        "metric_name",
                        "log",
                        "value",
                        NOTE))
            .toList();
    Map<String, ?> bulk = Map.of("logger", points);
    JsonNode answer =
        operator
            .api()
            .send(Call.post("/api/v1/telemetry/bulk", bulk), operator.admin())
            .require("send points")
            .body();
    assertThat(answer.toString()).contains("\"ingested_count\":" + POINTS);
  }

  private static JsonNode completed(Operator operator, String id) throws Exception {
    return Eventually.read(
        Duration.ofSeconds(60),
        () ->
            operator
                .api()
                .send(Call.get("/api/v1/telemetry/exports/" + id), operator.admin())
                .require("look at the export")
                .body(),
        export -> export.path("status").textValue().equals("completed"));
  }

  private static String download(JsonNode export) throws Exception {
    assertThat(export.path("points").intValue()).as("%s", export).isEqualTo(BATCHES * POINTS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(export.path("url").textValue()))
                  .timeout(Duration.ofSeconds(60))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).hasSize(export.path("size").intValue());
      return answer.body();
    }
  }
}
