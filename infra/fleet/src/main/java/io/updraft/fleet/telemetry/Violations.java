package io.updraft.fleet.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The points of one device that broke {@link HeatRule}, and which alert the server has to have of
 * them. Not safe for several threads, as {@link Ledger}.
 */
final class Violations {
  /** The server looks once a minute which alerts are to be resolved, and has so long for it. */
  private static final Duration SWEEP = Duration.ofSeconds(150);

  private final NavigableSet<Instant> sure = new TreeSet<>();
  private final NavigableSet<Instant> possible = new TreeSet<>();
  private @Nullable Instant clear;

  /** The batch is on its way: until it is answered it may have arrived or not. */
  void begin(Batch batch) {
    batch.good().stream().filter(HeatRule::isBrokenBy).map(Point::time).forEach(possible::add);
  }

  /** The batch has arrived. */
  void confirm(Batch batch) {
    batch.good().stream().filter(HeatRule::isOn).forEach(this::confirm);
  }

  private void confirm(Point point) {
    if (HeatRule.isBrokenBy(point)) {
      sure.add(point.time());
      clear = null;
    } else if (isFirstClear(point.time())) {
      clear = point.time();
    }
  }

  private boolean isFirstClear(Instant time) {
    return !sure.isEmpty() && time.isAfter(sure.last()) && (clear == null || time.isBefore(clear));
  }

  /** Whether there has to be an alert. */
  boolean callForAlert() {
    return counted(sure) > 0;
  }

  /** How many points belong to the alert: those from the first window on that has enough. */
  private static int counted(NavigableSet<Instant> times) {
    List<Instant> ascending = List.copyOf(times);
    for (int i = 0; i + HeatRule.COUNT <= ascending.size(); i++) {
      Instant end = ascending.get(i).plus(HeatRule.WINDOW);
      if (!ascending.get(i + HeatRule.COUNT - 1).isAfter(end)) {
        return ascending.size() - i;
      }
    }
    return 0;
  }

  /**
   * What is not as it has to be; empty where all is well.
   *
   * @param alerts of the rule and this device, as the API shows them
   * @param now when it was asked for them
   */
  Optional<String> difference(List<JsonNode> alerts, Instant now) {
    if (alerts.isEmpty()) {
      return callForAlert()
          ? Optional.of("no alert, and %d points broke the rule".formatted(sure.size()))
          : Optional.empty();
    }
    if (counted(possible) == 0) {
      return Optional.of("an alert, and %d points broke the rule".formatted(possible.size()));
    }
    return alerts.size() == 1
        ? difference(alerts.getFirst(), now)
        : Optional.of("%d alerts of one rule".formatted(alerts.size()));
  }

  private Optional<String> difference(JsonNode alert, Instant now) {
    int count = alert.path("violation_count").asInt();
    if (count < counted(sure) || count > counted(possible)) {
      return Optional.of("%d violations in the alert, %d sent".formatted(count, counted(sure)));
    }
    boolean resolved = isResolved(alert);
    if (resolved && !mayBeResolved(now)) {
      return Optional.of("resolved too early by " + alert.path("resolved_by").asText());
    }
    return !resolved && hasToBeResolved(now)
        ? Optional.of("cool since %s, and the alert is %s".formatted(clear, status(alert)))
        : Optional.empty();
  }

  static boolean isResolved(JsonNode alert) {
    return status(alert).equals("resolved");
  }

  private static String status(JsonNode alert) {
    return alert.path("status").asText();
  }

  private boolean mayBeResolved(Instant now) {
    return clear != null && !now.isBefore(clear.plus(HeatRule.CLEAR));
  }

  private boolean hasToBeResolved(Instant now) {
    return clear != null && now.isAfter(clear.plus(HeatRule.CLEAR).plus(SWEEP));
  }
}
