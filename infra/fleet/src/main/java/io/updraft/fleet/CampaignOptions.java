package io.updraft.fleet;

import io.updraft.fleet.http.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether an operator's part is played too. */
final class CampaignOptions {
  private static final int MOST_AT_ONCE = 1_000;
  private static final int ALL = 100;
  private static final long PREVIOUS_SIZE = 64 << 10;

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

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "immediate",
      description = "immediate, staged, canary or blue_green (${DEFAULT-VALUE})")
  String strategy = "immediate";

  @Option(
      names = "--plan",
      paramLabel = "JSON",
      defaultValue = "{}",
      description = "Further fields of the campaign, as the API takes them: '{\"batch_size\": 20}'")
  String plan = "{}";

  @Option(
      names = "--previous",
      description =
          "Uploads also the firmware that new devices run, so that they can be taken back to it")
  boolean previous;

  @Option(
      names = "--expect",
      paramLabel = "STATUS",
      description =
          "How the campaign is to end; if not given, failed where --fail reaches the threshold, and"
              + " completed otherwise")
  @Nullable String expected;

  boolean wanted() {
    return campaign != null || firmware != null;
  }

  /** The firmware that exists already. */
  Optional<String> existingFirmware() {
    return Optional.ofNullable(campaign);
  }

  /** The size of the firmware to make, in bytes. */
  long firmwareSize() {
    return Optional.ofNullable(firmware).orElse(PREVIOUS_SIZE);
  }

  /**
   * The fields of the campaign beside its firmware and targets. What a device is told to fail at it
   * fails again, so that there are no retries unless they are asked for.
   *
   * @throws IllegalArgumentException where {@code --plan} is no JSON object
   */
  Map<String, Object> fields(int devices) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("deployment_strategy", strategy);
    fields.put(
        "max_concurrent_updates",
        Optional.ofNullable(concurrent).orElse(Math.min(devices, MOST_AT_ONCE)));
    fields.put("failure_threshold_percent", failureThreshold);
    fields.put("auto_rollback", false);
    fields.put("max_retries", 0);
    fields.put("notify_on_failure", false);
    fields.putAll(Json.object(plan, "--plan"));
    return fields;
  }

  /** How the campaign is to end, where so many of the devices fail. */
  String expectedStatus(int failing, int devices) {
    return Optional.ofNullable(expected)
        .orElse(failing * ALL >= failureThreshold * devices ? "failed" : "completed");
  }
}
