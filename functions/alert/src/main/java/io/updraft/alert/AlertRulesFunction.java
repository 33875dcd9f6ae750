package io.updraft.alert;

import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.RandomIds;
import io.updraft.alert.rule.RuleOperations;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.published.MetricTypes;
import io.updraft.telemetry.published.PublishedTelemetry;
import java.time.Clock;

/** Keeps the alert rules of an organization. */
public final class AlertRulesFunction extends HttpFunction {
  private static final String ALL = " /api/v1/telemetry/alerts/rules";
  private static final String ONE = ALL + "/{rule_id}";
  private static final Access WRITE = Access.roles(Role.OPERATOR).scope("alerts:write");
  private static final Access READ = Access.users().scope("alerts:read");

  public AlertRulesFunction() {
    this(AlertStores.from(Environment.current(), "RULES_TABLE", Clock.systemUTC()));
  }

  private AlertRulesFunction(AlertStores stores) {
    this(
        stores.rules(),
        stores.totals(),
        PublishedTelemetry.metricTypes(stores.dynamo(), stores.environment()),
        new RandomIds(),
        stores.clock());
  }

  AlertRulesFunction(Rules rules, RuleTotals totals, MetricTypes types, NewIds ids, Clock clock) {
    this(new RuleOperations(rules, totals, types, ids, clock));
  }

  private AlertRulesFunction(RuleOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route("POST" + ALL, WRITE, operations.create())
            .route("GET" + ALL, READ, operations.list())
            .route("GET" + ONE, READ, operations.show())
            .route("PUT" + ONE, WRITE, operations.replace())
            .route("DELETE" + ONE, WRITE, operations.delete())
            .route("PUT" + ONE + "/enable", WRITE, operations.enable())
            .build());
  }
}
