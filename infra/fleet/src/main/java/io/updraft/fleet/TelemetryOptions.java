package io.updraft.fleet;

import io.updraft.fleet.telemetry.Overheating;
import io.updraft.fleet.telemetry.TelemetryPlan;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether devices measure instead of being updated, and what they send. */
final class TelemetryOptions {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  @Option(
      names = "--telemetry",
      description =
          "The devices send what they measure instead of waiting for updates: temperature, battery,"
              + " packets, vibration, door, state")
  boolean wanted;

  @Option(
      names = "--telemetry-interval",
      paramLabel = "SECONDS",
      defaultValue = "10",
      converter = SecondsText.class,
      description = "How often a device sends a batch (${DEFAULT-VALUE})")
  Duration interval = Duration.ofSeconds(10);

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "10",
      description = "Points of each metric in a batch, up to 166 (${DEFAULT-VALUE})")
  int points = 10;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      defaultValue = "60",
      converter = SecondsText.class,
      description = "How long they send once all have joined (${DEFAULT-VALUE})")
  Duration duration = Duration.ofSeconds(60);

  @Option(
      names = "--bad",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "The share of points without value, with a time without offset or a number beyond a"
              + " double, 0 to 1 (${DEFAULT-VALUE})")
  double bad;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of points that are hours old, 0 to 1 (${DEFAULT-VALUE})")
  double late;

  @Option(
      names = "--repeated",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "The share of batches that are sent again with the same batch_id, 0 to 1"
              + " (${DEFAULT-VALUE})")
  double repeated;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many of the devices are asked for at the end, and compared with what they sent"
              + " (${DEFAULT-VALUE})")
  int sample = 20;

  @Option(
      names = "--breaking",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "The share of devices whose temperature rises over 80 at some time, which breaks the rule"
              + " of --with-rules, 0 to 1 (${DEFAULT-VALUE})")
  double breaking;

  @Option(
      names = "--healing",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "The share of those that cool down again, 0 to 1 (${DEFAULT-VALUE})")
  double healing = 0.5;

  @Option(
      names = "--with-rules",
      description =
          "Makes an alert rule for the devices' group first, and compares its alerts at the end with"
              + " those that have to be there; then the rule is disabled")
  boolean withRules;

  /**
   * What is sent.
   *
   * @throws IllegalArgumentException saying which option is out of its limits
   */
  TelemetryPlan plan() {
    require(
        interval.compareTo(SHORTEST_INTERVAL) >= 0, "--telemetry-interval must be at least 0.01");
    require(
        points >= 1 && points <= TelemetryPlan.MOST_POINTS,
        "--points must be from 1 to " + TelemetryPlan.MOST_POINTS);
    require(bad >= 0 && bad <= 1, "--bad must be from 0 to 1");
    require(late >= 0 && late <= 1, "--late must be from 0 to 1");
    require(repeated >= 0 && repeated <= 1, "--repeated must be from 0 to 1");
    require(breaking >= 0 && breaking <= 1, "--breaking must be from 0 to 1");
    require(healing >= 0 && healing <= 1, "--healing must be from 0 to 1");
    require(sample >= 0, "--sample must be at least 0");
    return new TelemetryPlan(
        interval,
        points,
        duration,
        bad,
        late,
        repeated,
        sample,
        new Overheating(breaking, healing));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
