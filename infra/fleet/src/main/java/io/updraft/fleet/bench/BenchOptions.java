package io.updraft.fleet.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it is measured. */
final class BenchOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Measure the runtime that uses DIR; if not given, one of its own on a temporary folder")
  @Nullable Path data;

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "500",
      description = "Devices, each with its own key (${DEFAULT-VALUE}; cycle: at most 1000)")
  int devices = 500;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "8",
      description = "Connections that are busy at the same time (${DEFAULT-VALUE})")
  int connections = 8;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "4",
      description = "cycle: updates of each device that count, after one that does not")
  int rounds = 4;

  @Option(
      names = "--merge-wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "telemetry: how long at most is waited until a day of points is merged"
              + " (${DEFAULT-VALUE}; 0: it is asked for before only)")
  int mergeWait = 600;

  @Option(
      names = "--alerts",
      paramLabel = "N",
      defaultValue = "200",
      description = "alert-latency: alerts at rest, and again under load (${DEFAULT-VALUE})")
  int alerts = 200;

  Duration time = Duration.ofSeconds(20);
  Duration warmUp = Duration.ofSeconds(10);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "poll, telemetry: how long is measured (${DEFAULT-VALUE}); the unit and the database,"
              + " half as long")
  void time(int seconds) {
    time = Duration.ofSeconds(seconds);
  }

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "The same load before anything counts (${DEFAULT-VALUE})")
  void warmUp(int seconds) {
    warmUp = Duration.ofSeconds(seconds);
  }

  @Option(names = "--scripts", hidden = true, defaultValue = "${sys:updraft.home:-.}/scripts")
  Path scripts = Path.of("scripts");
}
