package io.updraft.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TelemetrySimulationTest {
  @TempDir private Path data;
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private record Run(int status, String output) {}

  private Run measure(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("--telemetry", "--url", server.url().toString()));
    all.addAll(List.of("--data", data.toString(), "--admin-key", FakeServer.ADMIN_KEY));
    all.addAll(List.of("--telemetry-interval", "0.1", "--duration", "0.5"));
    all.addAll(Arrays.asList(options));
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    int status = Simulate.commandLine(out).execute(all.toArray(String[]::new));
    return new Run(status, output.toString(StandardCharsets.UTF_8));
  }

  @Test
  void findsAgainWhatItHasSent() {
    Run run = measure("--devices", "5", "--points", "4");

    assertThat(run.output()).contains("points of 5 devices, 0 differences", "as expected");
    assertThat(run.output()).contains(" 0 of them bad", " 0 refused");
    assertThat(run.status()).isZero();
    assertThat(server.telemetry.count("dev-1")).isGreaterThanOrEqualTo(24);
  }

  @Test
  void expectsThatBadPointsAreRefusedAndLateOnesReplaceEachOther() {
    Run run = measure("--bad", "0.2", "--late", "0.5", "--repeated", "0.5", "--points", "20");

    assertThat(run.output()).contains("0 differences", "as expected");
    assertThat(run.output()).doesNotContain(" 0 of them bad", ", 0 sent again");
    assertThat(run.status()).isZero();
    assertThat(server.telemetry.repeats()).isPositive();
  }

  @Test
  void outlastsAServerThatRefusesEveryPoint() {
    Run run = measure("--devices", "2", "--bad", "1");

    assertThat(run.output()).contains(" 0 accepted", "as expected");
    assertThat(run.status()).isZero();
  }

  @Test
  void sendsBatchesAgainWhoseAnswersWereLost() {
    server.lostAnswers.set(10);
    server.unavailable.set(10);

    Run run = measure("--devices", "5", "--late", "0.5");

    assertThat(run.output()).contains("10 unavailable", "0 differences", "as expected");
    assertThat(run.status()).isZero();
    assertThat(server.telemetry.repeats()).isEqualTo(10);
  }

  @Test
  void sendsTheSameValuesForTheSameSeed() {
    String[] once = {"--devices", "1", "--telemetry-interval", "60", "--duration", "0"};
    measure(Stream.concat(Stream.of("--prefix", "one"), Stream.of(once)).toArray(String[]::new));
    measure(Stream.concat(Stream.of("--prefix", "two"), Stream.of(once)).toArray(String[]::new));

    assertThat(values("one-1")).hasSize(60).isEqualTo(values("two-1"));
  }

  private List<String> values(String device) {
    return server.telemetry.kept(device).stream()
        .map(point -> point.path("metric_name").asText() + " " + point.path("value"))
        .toList();
  }

  @Test
  void noticesPointsThatAreLost() {
    server.telemetry.goWrong(FakeTelemetry.Fault.LOSES_POINTS);

    Run run = measure("--devices", "2");

    assertThat(run.output()).contains("is missing", "NOT as expected");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void noticesThatTheFirstWriteWins() {
    server.telemetry.goWrong(FakeTelemetry.Fault.KEEPS_THE_FIRST);

    Run run = measure("--devices", "2", "--late", "1", "--points", "50");

    assertThat(run.output()).containsPattern(Pattern.compile("was sent, .* is there"));
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void noticesThatARepeatedBatchUndoesWhatCameAfterIt() {
    server.telemetry.goWrong(FakeTelemetry.Fault.TAKES_BATCHES_AGAIN);

    Run run = measure("--devices", "2", "--late", "1", "--points", "50", "--repeated", "1");

    assertThat(run.output()).contains("NOT as expected");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void noticesBadPointsThatAreTaken() {
    server.telemetry.goWrong(FakeTelemetry.Fault.TAKES_BAD_POINTS);

    Run run = measure("--bad", "0.1", "--sample", "0");

    assertThat(run.output()).contains("were bad, and 0 were refused");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void noticesPointsThatNobodySent() {
    server.telemetry.goWrong(FakeTelemetry.Fault.INVENTS_POINTS);

    Run run = measure("--devices", "1");

    assertThat(run.output()).contains("was never sent");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void doesNotMistakeAnEarlierRunForItsOwn() {
    measure("--devices", "2", "--seed", "1", "--late", "0.5");

    Run run = measure("--devices", "2", "--seed", "2", "--late", "0.5");

    assertThat(run.output()).contains("0 differences");
    assertThat(run.status()).isZero();
  }

  @Test
  void findsTheAlertsOfDevicesThatAreTooHot() {
    Run run = measure("--devices", "8", "--breaking", "0.5", "--with-rules", "--late", "0.3");

    assertThat(run.output())
        .contains("4 there, 0 of them resolved; as expected")
        .containsPattern(Pattern.compile("4 expected \\(dev-\\d, dev-\\d, dev-\\d, dev-\\d\\)"));
    assertThat(run.status()).isZero();
    assertThat(server.alerts.rule().path("device_groups").path(0).asText()).isEqualTo("simulated");
    assertThat(server.alerts.isEnabled()).isFalse();
  }

  @Test
  void expectsNoAlertWhereNoDeviceIsTooHot() {
    Run run = measure("--devices", "2", "--with-rules");

    assertThat(run.output()).contains("0 expected, 0 there, 0 of them resolved; as expected");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "TRIGGERS_NOTHING, points broke the rule",
    "TRIGGERS_FOR_ALL, an alert, and 0 points broke the rule",
    "RESOLVES_AT_ONCE, resolved too early by system",
    "COUNTS_TOO_MANY, violations in the alert"
  })
  void noticesAlertsThatAreNotAsTheyHaveToBe(FakeAlerts.Fault fault, String difference) {
    server.alerts.goWrong(fault);

    Run run = measure("--devices", "2", "--breaking", "0.5", "--with-rules");

    assertThat(run.output()).contains(difference, "NOT as expected");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void doesNotBeginWhereTheRuleIsRefused() {
    Run run = measure("--devices", "1", "--with-rules", "--admin-key", "upk_wrong");

    assertThat(run.output()).contains("can't make an alert rule: 403");
    assertThat(run.status()).isEqualTo(1);
    assertThat(server.telemetry.count("dev-1")).isZero();
  }

  @Test
  void saysWhatKeepsDevicesFromJoining() {
    Run run = measure("--devices", "2", "--admin-key", "upk_wrong");

    assertThat(run.output()).contains("can't register dev-1: 403", "NOT as expected");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void refusesOptionsThatDoNotGoTogether() {
    assertThat(measure("--points", "167").output()).contains("--points must be from 1 to 166");
    assertThat(measure("--bad", "1.1").output()).contains("--bad must be from 0 to 1");
    assertThat(measure("--late", "-1").status()).isEqualTo(2);
    assertThat(measure("--repeated", "2").status()).isEqualTo(2);
    assertThat(measure("--breaking", "2").output()).contains("--breaking must be from 0 to 1");
    assertThat(measure("--healing", "-1").status()).isEqualTo(2);
    assertThat(measure("--telemetry-interval", "0").status()).isEqualTo(2);
    assertThat(measure("--firmware", "1MiB").output()).contains("--telemetry goes with none of");
  }
}
