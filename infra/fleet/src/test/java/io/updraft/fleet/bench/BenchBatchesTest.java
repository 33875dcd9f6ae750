package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BenchBatchesTest {
  private static JsonNode points(byte[] packed) throws IOException {
    return new ObjectMapper()
        .readTree(new GZIPInputStream(new ByteArrayInputStream(packed)))
        .path("data_points");
  }

  private static List<String> values(JsonNode points, String field) {
    List<String> values = new ArrayList<>();
    points.forEach(point -> values.add(point.path(field).asText()));
    return values;
  }

  @Test
  void haveTenMetricsOfEveryKind() throws IOException {
    JsonNode points = points(BenchBatches.ofTenMetrics(1_000).body(0));

    assertThat(points).hasSize(1_000);
    assertThat(new HashSet<>(values(points, "metric_name")))
        .hasSize(BenchBatches.METRICS)
        .contains("door", "state", "temperature", "temperature-2");
    assertThat(new HashSet<>(values(points, "timestamp"))).hasSize(100);
  }

  @Test
  void areOneLaterThanTheOtherAndBeginAgainAtTheEnd() throws IOException {
    BenchBatches batches = BenchBatches.ofTenMetrics(100);
    Set<String> first = new HashSet<>(values(points(batches.body(0)), "timestamp"));
    Set<String> second = new HashSet<>(values(points(batches.body(1)), "timestamp"));

    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(batches.body(batches.size())).isEqualTo(batches.body(0));
  }

  @Test
  void coverADaySecondBySecond() throws IOException {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    BenchBatches batches = BenchBatches.ofTemperature(start, 86_400);
    List<String> times = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      times.addAll(values(points(batches.body(i)), "timestamp"));
    }

    assertThat(batches.size()).isEqualTo(87);
    assertThat(times).doesNotHaveDuplicates().hasSize(86_400).startsWith(start.toString());
    assertThat(times).endsWith("2026-03-01T23:59:59Z");
  }
}
