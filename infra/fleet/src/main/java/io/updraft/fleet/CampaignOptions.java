package io.updraft.fleet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether an operator's part is played too. */
final class CampaignOptions {
  private static final int MOST_AT_ONCE = 1_000;

  @Option(
      names = "--campaign",
      paramLabel = "FIRMWARE_ID",
      description = "Starts a campaign of this firmware over the devices, and follows it")
  @Nullable String campaign;

  @Option(
      names = "--firmware",
      paramLabel = "SIZE",
      converter = SizeText.class,
      description = "Uploads a generated firmware first (as 1MiB), and starts a campaign of it")
  @Nullable Long firmware;

  @Option(
      names = "--concurrent",
      paramLabel = "N",
      description = "max_concurrent_updates of the campaign; all devices, up to 1000")
  @Nullable Integer concurrent;

  @Option(
      names = "--failure-threshold",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description =
          "failure_threshold_percent of the campaign (${DEFAULT-VALUE}, so that devices that are"
              + " told to fail do not end it)")
  int failureThreshold = 100;

  boolean wanted() {
    return campaign != null || firmware != null;
  }

  /** The firmware that exists already. */
  Optional<String> existingFirmware() {
    return Optional.ofNullable(campaign);
  }

  /** The size of the firmware to make, in bytes. */
  long firmwareSize() {
    return Optional.ofNullable(firmware).orElseThrow();
  }

  int concurrentFor(int devices) {
    return Optional.ofNullable(concurrent).orElse(Math.min(devices, MOST_AT_ONCE));
  }
}
