package io.updraft.systemtests;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.AlertTriggered;
import io.updraft.events.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules, what devices send, and the alerts that come of it. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 8;

  /** So that no scenario reaches the future, nor the time at which alerts end by themselves. */
  private static final Duration AGO = Duration.ofMinutes(15);

  private RuntimeProcess runtime;
  private AlertApi api;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    runtime = RuntimeProcess.start(folder.resolve("data of the test"));
    api = new AlertApi(Operator.of(runtime));
  }

  @AfterAll
  void stop() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void everyScenarioEndsWithItsAlertsAndOneEventForEach() throws Exception {
    List<AlertScenario> scenarios = AlertScenario.all();
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    scenarios.forEach(
        scenario -> wanted.put(scenario.name(), scenario.alerts().stream().sorted().toList()));
    assertThat(wanted).hasSizeGreaterThan(40);

    assertThat(ends(scenarios)).containsExactlyEntriesOf(wanted);
    assertEachIsAnnouncedOnce();
  }

  /** The alerts at the end of each scenario, several of which run at the same time. */
  private Map<String, List<String>> ends(List<AlertScenario> scenarios) throws Exception {
    Instant base = Instant.now().minus(AGO).truncatedTo(ChronoUnit.SECONDS);
    Probe probe = Probe.at(api, base);
    Map<String, Future<List<String>>> runs = new LinkedHashMap<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (AlertScenario scenario : scenarios) {
        ScenarioRun run = new ScenarioRun(api, probe, base, scenario, runs.size());
        runs.put(scenario.name(), executor.submit(run::run));
      }
    }
    Map<String, List<String>> ends = new LinkedHashMap<>();
    for (Map.Entry<String, Future<List<String>>> run : runs.entrySet()) {
      ends.put(run.getKey(), run.getValue().get().stream().sorted().toList());
    }
    return ends;
  }

  private void assertEachIsAnnouncedOnce() throws Exception {
    List<String> alerts =
        api.alerts("").stream().map(alert -> alert.path("alert_id").asText()).toList();
    Map<String, Long> announced =
        Eventually.read(PATIENCE, this::announced, events -> events.size() >= alerts.size());
    assertThat(announced.keySet()).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(announced).allSatisfy((alert, times) -> assertThat(times).as(alert).isOne());
  }

  /** How many events tell that an alert was triggered, by alert. */
  private Map<String, Long> announced() throws Exception {
    return EventLog.read(runtime, Streams.TELEMETRY).stream()
        .filter(envelope -> envelope.data() instanceof AlertTriggered)
        .collect(groupingBy(envelope -> String.valueOf(envelope.subject()), counting()));
  }
}
