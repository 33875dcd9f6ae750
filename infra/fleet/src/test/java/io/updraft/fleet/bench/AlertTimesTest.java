package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertTimesTest {
  private static final Instant ACCEPTED = Instant.parse("2026-03-01T08:00:00.500Z");

  private static AlertEar.Heard heard(String triggered, long afterMillis) {
    String event =
        """
        {"type": "alert.triggered", "data": {"device_id": "dev-1", "metric_name": "heat",
         "timestamp": "2026-03-01T08:00:%sZ"}}
        """
            .formatted(triggered);
    return AlertEar.Heard.of(
        event.getBytes(StandardCharsets.UTF_8), ACCEPTED.plusMillis(afterMillis));
  }

  @Test
  void readsTheEvent() {
    assertThat(heard("00.600", 150))
        .isEqualTo(
            new AlertEar.Heard(
                "dev-1", "heat", ACCEPTED.plusMillis(100), ACCEPTED.plusMillis(150)));
  }

  @Test
  void tellsTheTwoPartsApart() {
    AlertTimes times = new AlertTimes();
    times.add(ACCEPTED, heard("00.600", 150));

    assertThat(times.untilTriggered().percentile(50)).isEqualTo(Duration.ofMillis(100));
    assertThat(times.untilHeard().percentile(50)).isEqualTo(Duration.ofMillis(50));
    assertThat(times.all().percentile(50)).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void anAlertThatBeganBeforeTheAnswerWasReadTookNoTime() {
    AlertTimes times = new AlertTimes();
    times.add(ACCEPTED, heard("00.499", 10));

    assertThat(times.untilTriggered().percentile(100)).isZero();
  }

  @Test
  void printsLeastAndPercentiles() {
    AlertTimes times = new AlertTimes();
    for (int i = 1; i <= 100; i++) {
      times.add(ACCEPTED, heard("00.500", i));
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new AlertReport(new PrintStream(output, true, StandardCharsets.UTF_8)).rows("at rest", times);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .containsPattern("at rest: accepted to NATS +100 +1\\.0 +50\\.0 +99\\.0")
        .containsPattern("accepted to triggered_at +100 +0\\.0 +0\\.0 +0\\.0");
  }
}
