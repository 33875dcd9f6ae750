package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.http.Latencies;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelemetryReportTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final TelemetryReport report =
      new TelemetryReport(
          new PrintStream(output, true, StandardCharsets.UTF_8), measurement("bare", 1_000, 0.5));

  private static Measurement measurement(String what, int units, double cpuSeconds) {
    return new Measurement(what, units, 0, Duration.ofSeconds(10), new Latencies(), cpuSeconds);
  }

  private String printed() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsBatchesInPointsAndComparesThemWithTheBareServer() {
    report.batches(measurement("100 points", 2_000, 4), 100);

    assertThat(printed()).containsPattern("100 points +2000 +0 +200 +20,000 .* 2\\.000 +4\\.0");
  }

  @Test
  void tellsTheFirstAndTheMedianOfADay() {
    report.day(
        "before merging",
        List.of(Duration.ofMillis(900), Duration.ofMillis(100), Duration.ofMillis(300)));

    assertThat(printed()).contains("before merging: at first 900.0 ms, median of 3 300.0 ms");
  }
}
