package io.updraft.device.moves;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Judgement;
import io.updraft.device.domain.Update;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.Version;
import java.util.Optional;

/** Whether what surrounds a failed update lets it be tried again. */
public final class RetryRules {
  private final Devices devices;
  private final Clearances clearances;

  public RetryRules(Devices devices, Clearances clearances) {
    this.devices = devices;
    this.clearances = clearances;
  }

  /** What firmware and campaign say. */
  public enum Leave {
    GIVEN,
    /** The campaign is paused. */
    LATER,
    /** The firmware is recalled, or the campaign does not run any more. */
    NEVER
  }

  public Leave leave(Update update) {
    return clearances
        .read(update.assignment().organization(), update.assignment().firmwareId())
        .map(clearance -> leave(update, clearance))
        .orElse(Leave.NEVER);
  }

  private static Leave leave(Update update, Clearance clearance) {
    if (clearance.recalled()) {
      return Leave.NEVER;
    }
    return switch (Judgement.gate(update, clearance).orElse(CampaignGate.OPEN)) {
      case OPEN, HOLD -> Leave.GIVEN;
      case PAUSED -> Leave.LATER;
      case CANCELLED -> Leave.NEVER;
    };
  }

  /**
   * What the device has come to run since it was given the update, where that is not older. What it
   * ran already was accepted then, and a rollback goes to an older version anyway.
   */
  public Optional<Version> newerOn(Update update) {
    Assignment assigned = update.assignment();
    if (assigned.takesBack()) {
      return Optional.empty();
    }
    return devices
        .find(assigned.organization(), assigned.deviceId())
        .flatMap(device -> Optional.ofNullable(device.firmwareVersion()))
        .filter(running -> !running.text().equals(assigned.fromVersion()))
        .filter(running -> running.compareTo(Version.of(assigned.firmwareVersion())) >= 0);
  }
}
