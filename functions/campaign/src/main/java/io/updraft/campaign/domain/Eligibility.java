package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.Optional;

/** Whether a device that a campaign names becomes a target. */
public record Eligibility(String campaignId, CampaignPlan plan, CampaignFirmware firmware) {

  public static Eligibility of(Campaign campaign) {
    return new Eligibility(campaign.campaignId(), campaign.plan(), campaign.firmware());
  }

  /** Why not; empty for one that becomes a target. */
  public Optional<LeftOut> obstacle(DeviceFacts device) {
    return model(device)
        .or(() -> hardware(device))
        .or(() -> version(device))
        .or(() -> held(device))
        .or(() -> percentage(device));
  }

  /** Whether the campaign itself has an unfinished update for the device. */
  public boolean holds(DeviceFacts device) {
    return device
        .heldFor(firmware.firmwareId())
        .filter(held -> campaignId.equals(held.campaignId()))
        .isPresent();
  }

  /** A forced campaign takes devices of unknown model, but never those of another one. */
  private Optional<LeftOut> model(DeviceFacts device) {
    if (device.model() == null) {
      return when(!plan.forceUpdate(), LeftOut.UNKNOWN_MODEL);
    }
    return when(!firmware.deviceModel().equals(device.model()), LeftOut.OTHER_MODEL);
  }

  private Optional<LeftOut> hardware(DeviceFacts device) {
    Version hardware = device.hardwareVersion();
    boolean bounded =
        firmware.minHardwareVersion() != null || firmware.maxHardwareVersion() != null;
    if (hardware == null) {
      return when(bounded && !plan.forceUpdate(), LeftOut.UNKNOWN_HARDWARE_VERSION);
    }
    boolean fits = hardware.within(firmware.minHardwareVersion(), firmware.maxHardwareVersion());
    return when(!fits, LeftOut.HARDWARE_OUT_OF_RANGE);
  }

  private Optional<LeftOut> version(DeviceFacts device) {
    boolean same = firmware.version().equals(device.firmwareVersion());
    return when(same && !plan.forceUpdate(), LeftOut.SAME_VERSION);
  }

  private Optional<LeftOut> held(DeviceFacts device) {
    return when(device.heldFor(firmware.firmwareId()).isPresent(), LeftOut.UPDATE_IN_PROGRESS);
  }

  /** Last, so that the share is one of the devices that could be targets. */
  private Optional<LeftOut> percentage(DeviceFacts device) {
    Membership membership = Membership.of(campaignId, device.deviceId());
    return when(!membership.within(plan.pace().rolloutPercentage()), LeftOut.BEYOND_PERCENTAGE);
  }

  private static Optional<LeftOut> when(boolean applies, LeftOut why) {
    return applies ? Optional.of(why) : Optional.empty();
  }
}
