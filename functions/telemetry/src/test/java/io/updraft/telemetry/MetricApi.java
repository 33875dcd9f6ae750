package io.updraft.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Role;
import io.updraft.telemetry.metric.InMemoryDefinitions;
import io.updraft.telemetry.metric.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of {@link MetricDefinitionsFunction} on definitions in memory. */
final class MetricApi {
  static final String TEMPERATURE =
      """
      {"name": " temperature ", "description": "In the hall", "data_type": "numeric",
       "metric_type": "gauge", "unit": "°C", "min_value": -40, "max_value": 85.5,
       "retention_days": 365, "aggregation_interval": 300, "reject_out_of_range": true}""";
  static final String STATE =
      """
      {"name": "state", "data_type": "string"}""";
  static final Map<String, Object> OPERATOR = caller("org", Role.OPERATOR);
  static final Map<String, Object> VIEWER = caller("org", Role.VIEWER);

  private static final String ALL = " /api/v1/telemetry/metrics";
  private static final String ONE = ALL + "/{name}";

  final InMemoryDefinitions definitions = new InMemoryDefinitions();
  final MutableClock clock = MutableClock.at(Samples.NOW);
  final MetricDefinitionsFunction function =
      new MetricDefinitionsFunction(definitions, Samples.ids(), clock);

  ApiAnswer define(String body) {
    return all("POST").json(body).by(OPERATOR).on(function);
  }

  ApiAnswer replace(String name, String body) {
    return one("PUT", name).json(body).by(OPERATOR).on(function);
  }

  JsonNode listed() {
    return all("GET").by(VIEWER).on(function).json();
  }

  static List<String> names(JsonNode list) {
    return list.path("metrics").findValuesAsText("name");
  }

  static ApiCall all(String method) {
    return ApiCall.of(method + ALL);
  }

  static ApiCall one(String method, String name) {
    return ApiCall.of(method + ONE).path("name", name);
  }

  static Map<String, Object> service(String scope) {
    return caller("org", Role.SERVICE, Set.of(scope));
  }

  static Map<String, Object> caller(String organization, Role role) {
    return caller(organization, role, Set.of());
  }

  private static Map<String, Object> caller(String organization, Role role, Set<String> scopes) {
    return CallerContext.write(
        new Caller(
            organization,
            role.wireName(),
            Set.of(role),
            role == Role.DEVICE ? "dev-1" : null,
            scopes,
            Samples.NOW.plus(Duration.ofDays(1))));
  }
}
