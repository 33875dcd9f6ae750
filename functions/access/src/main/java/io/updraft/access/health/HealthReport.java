package io.updraft.access.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found at one moment. */
record HealthReport(Instant at, List<Check> checks) {

  /** One dependency: whether it answered, and after how many milliseconds, or how many in vain. */
  record Check(String dependency, Health status, long latencyMs) {}

  /** Degraded means that something that is needed does not answer. */
  enum Health {
    HEALTHY,
    DEGRADED
  }

  HealthReport {
    checks = List.copyOf(checks);
  }

  Health status() {
    return checks.stream().allMatch(check -> check.status() == Health.HEALTHY)
        ? Health.HEALTHY
        : Health.DEGRADED;
  }

  Map<String, Object> dependencies() {
    Map<String, Object> dependencies = new TreeMap<>();
    checks.forEach(
        check ->
            dependencies.put(
                check.dependency(),
                Map.of("status", check.status(), "latency_ms", check.latencyMs())));
    return dependencies;
  }
}
