package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignPlan;
import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.campaign.FirmwareUpload;
import io.updraft.fleet.device.DeviceState;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.Fleet;
import io.updraft.fleet.device.FleetPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The operator's part: brings a firmware to the fleet once all devices have joined. */
final class Rollout implements Runnable {
  private static final Duration PACE = Duration.ofMillis(100);

  private final Fleet fleet;
  private final FleetPlan plan;
  private final CampaignOptions options;
  private final FirmwareUpload upload;
  private final CampaignRun campaign;
  private volatile String trouble = "";
  private volatile boolean over;

  Rollout(
      Fleet fleet,
      FleetPlan plan,
      CampaignOptions options,
      FirmwareUpload upload,
      CampaignRun campaign) {
    this.fleet = fleet;
    this.plan = plan;
    this.options = options;
    this.upload = upload;
    this.campaign = campaign;
  }

  @Override
  public void run() {
    try {
      // The targets of a campaign are those that are in the group when it starts.
      while (fleet.count(DeviceState.JOINING) > 0) {
        Thread.sleep(PACE);
      }
      uploadPrevious();
      campaign.run(campaignPlan(firmware()));
    } catch (RuntimeException failed) {
      trouble = String.valueOf(failed.getMessage());
    } catch (InterruptedException endOfTheRun) {
      Thread.currentThread().interrupt();
    } finally {
      over = true;
    }
  }

  private void uploadPrevious() throws InterruptedException {
    if (options.previous) {
      upload.uploadUnlessThere(
          plan.model(), Enrolment.FIRST_VERSION, options.firmwareSize(), plan.seed() + 1);
    }
  }

  private String firmware() throws InterruptedException {
    Optional<String> existing = options.existingFirmware();
    return existing.isPresent()
        ? existing.get()
        : upload.upload(
            plan.model(),
            FirmwareUpload.versionAt(Instant.now()),
            options.firmwareSize(),
            plan.seed());
  }

  private CampaignPlan campaignPlan(String firmwareId) {
    return new CampaignPlan(firmwareId, plan.group(), options.fields(plan.size()));
  }

  /** Whether it has come to an end, good or bad. */
  boolean isOver() {
    return over;
  }

  /** What went wrong; empty where nothing did. */
  Optional<String> trouble() {
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  CampaignRun campaign() {
    return campaign;
  }

  /** How the campaign ends if every device does as it was told. */
  String expectedStatus() {
    return options.expectedStatus(plan.failures(), plan.size());
  }

  /** Whether no device may run the new firmware once the campaign has failed. */
  boolean takesBack() {
    return Boolean.TRUE.equals(options.fields(plan.size()).get("auto_rollback"));
  }
}
