package io.updraft.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.moves.InMemoryAlerts;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.MoveOutcome;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.alert.rule.InMemoryRules;
import io.updraft.alert.rule.Samples;
import io.updraft.alert.sweep.Sweeper;
import io.updraft.alert.trigger.MemoryArrival;
import io.updraft.alert.trigger.MemoryPoints;
import io.updraft.alert.trigger.Trigger;
import io.updraft.device.published.DeviceFacts;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import io.updraft.telemetry.published.Value;
import io.updraft.testing.MutableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out scenarios on the evaluator alone, in memory. */
final class ScenarioBench {
  private static final Instant BASE = Samples.NOW;
  private static final String METRIC = "temperature";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InMemoryRules rules = new InMemoryRules();
  private final InMemoryAlerts alerts = new InMemoryAlerts(rules);
  private final MemoryPoints points = new MemoryPoints();
  private final MutableClock clock = MutableClock.at(BASE);
  private final NewIds ids = Samples.ids();
  private final Fleet fleet =
      (_, id) -> id.equals("device") ? Optional.of(facts(id)) : Optional.empty();
  private final RaiseAlert raiseAlert = new RaiseAlert(alerts, alerts, ids, clock);
  private final Trigger trigger = new Trigger(rules, points, alerts, fleet, raiseAlert, clock);
  private final Sweeper sweeper = new Sweeper(alerts, rules, points, fleet, raiseAlert, ids, clock);
  private final RuleApi api = new RuleApi(rules, ids, clock);
  private @Nullable MemoryArrival last;
  private int arrivals;

  private static DeviceFacts facts(String id) {
    return new DeviceFacts(
        id,
        "sensor",
        Version.of("1.2.0"),
        null,
        null,
        List.of("hall"),
        "active",
        Map.of(),
        List.of());
  }

  /** The alerts that there are in the end, each in one line. */
  List<String> run(Scenario scenario) {
    var rule = scenario.rule().deepCopy().put("name", "rule");
    if (!rule.has("metric_name")) {
      rule.put("metric_name", METRIC);
    }
    String id = api.create(rule.toString()).json().path("rule_id").asText();
    scenario.steps().forEach(step -> carryOut(step, id));
    return alerts.all().stream().map(ScenarioBench::line).toList();
  }

  private void carryOut(String step, String rule) {
    String[] words = step.split(" ", 2);
    switch (words[0]) {
      case "again" -> trigger.judge(Objects.requireNonNull(last));
      case "acknowledge" -> move(new AlertMove.Acknowledge(mark()));
      case "resolve" -> move(new AlertMove.Resolve(mark()));
      case "suppress" ->
          move(
              new AlertMove.Suppress(
                  mark(), clock.instant().plusSeconds(Long.parseLong(words[1]))));
      case "disable" -> api.enable(rule, "{\"enabled\":false}");
      case "enable" -> api.enable(rule, "{\"enabled\":true}");
      case "delete" -> api.delete(rule);
      case "sweep" -> sweep(Long.parseLong(words[1]));
      case "other:" -> arrive("other", words[1]);
      default -> arrive("device", step);
    }
  }

  private Mark mark() {
    return new Mark("ann", clock.instant(), null);
  }

  private void move(AlertMove move) {
    Alert latest = alerts.all().getLast();
    MoveOutcome outcome =
        new MoveAlert(alerts, ids).move(Origin.of(Samples.ORG), latest.id(), move);
    if (!(outcome instanceof MoveOutcome.Moved)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  private void sweep(long seconds) {
    clock.set(BASE.plusSeconds(seconds));
    sweeper.run();
  }

  private void arrive(String device, String batch) {
    List<DataPoint> series = new ArrayList<>();
    for (String point : batch.split("; ", -1)) {
      String[] parts = point.split(" ", 2);
      series.add(point(Long.parseLong(parts[0]), parts[1]));
    }
    Instant at = Nanos.time(series.getLast().time());
    clock.set(at.isAfter(clock.instant()) ? at : clock.instant());
    MemoryArrival arrival =
        new MemoryArrival(
            Samples.ORG,
            device,
            "%026d".formatted(arrivals++),
            clock.instant(),
            Map.of(METRIC, series));
    points.keep(arrival);
    trigger.judge(arrival);
    last = arrival;
  }

  private static DataPoint point(long seconds, String json) {
    return new DataPoint(Nanos.of(BASE.plusSeconds(seconds)), value(json), Circumstances.NONE);
  }

  private static Value value(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return switch (node.getNodeType()) {
        case STRING -> new Value.Text(node.textValue());
        case BOOLEAN -> new Value.Flag(node.booleanValue());
        case OBJECT -> new Value.Json(json);
        default ->
            node.canConvertToLong() && node.isIntegralNumber()
                ? new Value.Whole(node.longValue())
                : new Value.Decimal(node.doubleValue());
      };
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Alert alert) {
    return "%s%s first=%d last=%d violations=%d value=%s"
        .formatted(
            alert.deviceId().equals("device") ? "" : alert.deviceId() + ": ",
            alert.status().name().toLowerCase(Locale.ROOT),
            seconds(alert.course().first()),
            seconds(alert.course().last()),
            alert.course().violations(),
            alert.course().currentValue());
  }

  private static long seconds(long nanos) {
    return (nanos - Nanos.of(BASE)) / 1_000_000_000;
  }
}
