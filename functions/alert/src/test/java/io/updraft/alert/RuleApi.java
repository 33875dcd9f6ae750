package io.updraft.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.rule.InMemoryRules;
import io.updraft.alert.rule.Samples;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Role;
import io.updraft.telemetry.published.MetricTypes;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of {@link AlertRulesFunction} on rules in memory. */
final class RuleApi {
  static final String HOT =
      """
      {"name": "Hot", "metric_name": "temperature", "condition": "> 80"}""";
  static final String FULL =
      """
      {"name": "Silent", "description": "Hall A", "metric_name": " door.state ",
       "condition": "absent", "threshold_value": 900, "evaluation_window": 600,
       "trigger_count": 3, "level": "critical", "enabled": false, "cooldown_minutes": 60,
       "auto_resolve": false, "auto_resolve_timeout": 300,
       "device_ids": ["dev-1", "dev-2", "dev-1"], "device_groups": ["hall A", "hall A"],
       "device_filters": {"model": "sensor", "firmware_version_min": "1.02.0",
         "attributes": {"floor": "2"}},
       "notification_channels": ["ops", "mail", "ops"]}""";
  static final Map<String, Object> OPERATOR = caller("org", Role.OPERATOR);
  static final Map<String, Object> VIEWER = caller("org", Role.VIEWER);

  private static final String ALL = " /api/v1/telemetry/alerts/rules";
  private static final String ONE = ALL + "/{rule_id}";

  final InMemoryRules rules;
  final MutableClock clock;
  final AlertRulesFunction function;
  final Map<String, MetricTypes.Type> types = new HashMap<>();

  RuleApi() {
    this(new InMemoryRules(), Samples.ids(), MutableClock.at(Samples.NOW));
  }

  RuleApi(InMemoryRules rules, NewIds ids, MutableClock clock) {
    this.rules = rules;
    this.clock = clock;
    this.function =
        new AlertRulesFunction(
            rules, rules, (organization, name) -> Optional.ofNullable(types.get(name)), ids, clock);
  }

  ApiAnswer create(String body) {
    return all("POST").json(body).by(OPERATOR).on(function);
  }

  ApiAnswer show(String id) {
    return one("GET", id).by(VIEWER).on(function);
  }

  ApiAnswer replace(String id, String body) {
    return one("PUT", id).json(body).by(OPERATOR).on(function);
  }

  ApiAnswer enable(String id, String body) {
    return enabling(id).json(body).by(OPERATOR).on(function);
  }

  ApiAnswer delete(String id) {
    return one("DELETE", id).by(OPERATOR).on(function);
  }

  JsonNode listed() {
    return all("GET").by(VIEWER).on(function).json();
  }

  static List<String> names(JsonNode list) {
    return list.path("rules").findValuesAsText("name");
  }

  static ApiCall all(String method) {
    return ApiCall.of(method + ALL);
  }

  static ApiCall one(String method, String id) {
    return ApiCall.of(method + ONE).path("rule_id", id);
  }

  static ApiCall enabling(String id) {
    return ApiCall.of("PUT" + ONE + "/enable").path("rule_id", id);
  }

  static Map<String, Object> service(String scope) {
    return caller("org", Role.SERVICE, Set.of(scope));
  }

  static Map<String, Object> caller(String organization, Role role) {
    return caller(organization, role, Set.of());
  }

  /** Whose credentials end at the time. */
  static Map<String, Object> operatorUntil(Instant expiry) {
    return caller("org", Role.OPERATOR, Set.of(), expiry);
  }

  private static Map<String, Object> caller(String organization, Role role, Set<String> scopes) {
    return caller(organization, role, scopes, Samples.NOW.plus(Duration.ofDays(1)));
  }

  private static Map<String, Object> caller(
      String organization, Role role, Set<String> scopes, Instant expiry) {
    return CallerContext.write(
        new Caller(
            organization,
            role.wireName(),
            Set.of(role),
            role == Role.DEVICE ? "dev-1" : null,
            scopes,
            expiry));
  }
}
