package io.updraft.alert;

import static io.updraft.alert.RuleApi.OPERATOR;
import static io.updraft.alert.RuleApi.VIEWER;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertCounts;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.moves.AlertSamples;
import io.updraft.alert.moves.InMemoryAlerts;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.rule.InMemoryRules;
import io.updraft.alert.rule.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;

/** Calls of the functions of alerts, on alerts in memory. */
final class AlertApi {
  static final String ALL = "/api/v1/telemetry/alerts";
  static final String ONE = ALL + "/{alert_id}";

  final InMemoryRules rules = new InMemoryRules();
  final InMemoryAlerts alerts = new InMemoryAlerts(rules);
  final MutableClock clock = MutableClock.at(Samples.NOW.plusSeconds(60));
  final Rule rule = created();
  private final AlertCommandsFunction commands =
      new AlertCommandsFunction(new MoveAlert(alerts, Samples.ids()), clock);
  private final AlertQueryFunction query =
      new AlertQueryFunction(alerts, alerts, new Counts(), clock);

  private static final class Counts implements AlertTallies {
    @Override
    public void add(String organization, String batch, AlertCounts more) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AlertCounts of(String organization) {
      return organization.equals(Samples.ORG) ? new AlertCounts(7, 2) : AlertCounts.NONE;
    }
  }

  private Rule created() {
    RuleChange change = Samples.created();
    rules.commit(change);
    return change.rule();
  }

  /** A new alert of the device, as the so manyth. */
  String triggered(int number, String device) {
    Alert alert = AlertSamples.alert(rule, number, device);
    alerts.open(AlertSamples.opening(alert, Standing.NONE, rules.stamp(Samples.ORG).orElseThrow()));
    return alert.id().text();
  }

  ApiCall move(String id, String move) {
    return ApiCall.of("PUT " + ONE + "/" + move).path("alert_id", id);
  }

  ApiAnswer moved(String id, String move) {
    return move(id, move).by(OPERATOR).on(commands);
  }

  ApiAnswer moved(String id, String move, String body) {
    return move(id, move).json(body).by(OPERATOR).on(commands);
  }

  ApiAnswer on(ApiCall call) {
    return call.on(commands);
  }

  ApiAnswer shown(String id) {
    return show(id).by(VIEWER).on(query);
  }

  ApiCall show(String id) {
    return ApiCall.of("GET " + ONE).path("alert_id", id);
  }

  ApiCall list() {
    return ApiCall.of("GET " + ALL);
  }

  ApiAnswer queried(ApiCall call) {
    return call.on(query);
  }
}
