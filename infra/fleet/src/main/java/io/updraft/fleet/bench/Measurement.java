package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.time.Duration;
import java.util.List;

/**
 * What some units of work cost.
 *
 * @param failures attempts that failed, and were made again
 * @param took how long the load lasted
 * @param latencies of each unit
 * @param cpuSeconds of all processes of the server, for all units
 */
record Measurement(
    String what, int units, int failures, Duration took, Latencies latencies, double cpuSeconds) {
  static Measurement of(String what, Load.Result result, double cpuSeconds) {
    return new Measurement(
        what, result.units(), result.failures(), result.took(), result.latencies(), cpuSeconds);
  }

  /** Several of the same as one. */
  static Measurement sum(List<Measurement> parts) {
    Latencies latencies = new Latencies();
    parts.forEach(part -> latencies.addAll(part.latencies()));
    return new Measurement(
        parts.getFirst().what(),
        parts.stream().mapToInt(Measurement::units).sum(),
        parts.stream().mapToInt(Measurement::failures).sum(),
        parts.stream().map(Measurement::took).reduce(Duration.ZERO, Duration::plus),
        latencies,
        parts.stream().mapToDouble(Measurement::cpuSeconds).sum());
  }

  double perSecond() {
    return units * 1e9 / took.toNanos();
  }

  double cpuSecondsPerThousand() {
    return cpuSeconds * 1_000 / units;
  }
}
