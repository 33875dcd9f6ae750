package io.updraft.fleet;

import io.updraft.fleet.device.FleetPlan;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Which devices, and how they behave. */
final class FleetOptions {
  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many devices (${DEFAULT-VALUE})")
  int devices = 10;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "sim-1",
      description = "Their model (${DEFAULT-VALUE})")
  String model = "sim-1";

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "dev",
      description = "Their ids are TEXT-1, TEXT-2 ... (${DEFAULT-VALUE})")
  String prefix = "dev";

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      defaultValue = "",
      description = "The group that they are in; 'simulated', or one of its own for a campaign")
  String group = "";

  @Option(
      names = "--fail",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of devices whose installation fails, 0 to 1 (${DEFAULT-VALUE})")
  double fail;

  @Option(
      names = "--break",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of devices whose download breaks once in the middle, 0 to 1")
  double breaks;

  @Option(
      names = "--poll-interval",
      paramLabel = "SECONDS",
      defaultValue = "2",
      converter = SecondsText.class,
      description = "Between two polls, whatever the server asks for (${DEFAULT-VALUE})")
  Duration pollInterval = Duration.ofSeconds(2);

  @Option(
      names = "--install-time",
      paramLabel = "SECONDS",
      defaultValue = "0",
      converter = SecondsText.class,
      description = "How long an installation takes (${DEFAULT-VALUE})")
  Duration installTime = Duration.ZERO;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many devices join each second (${DEFAULT-VALUE})")
  double rate = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides which devices fail and break, and what is measured (${DEFAULT-VALUE})")
  long seed = 1;

  /**
   * The fleet.
   *
   * @param defaultGroup where no group was given
   * @throws IllegalArgumentException saying which option is out of its limits
   */
  FleetPlan plan(String defaultGroup) {
    require(devices >= 1, "--devices must be at least 1");
    require(fail >= 0 && fail <= 1, "--fail must be from 0 to 1");
    require(breaks >= 0 && breaks <= 1, "--break must be from 0 to 1");
    require(rate >= 0.01, "--rate must be at least 0.01");
    return new FleetPlan(
        devices,
        prefix,
        model,
        group.isEmpty() ? defaultGroup : group,
        fail,
        breaks,
        pollInterval,
        installTime,
        rate,
        seed);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
