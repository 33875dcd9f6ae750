package io.updraft.device.retry;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.Version;
import java.time.Clock;
import java.util.Optional;

/** Begins a further attempt of a failed update. */
final class RetryUpdate {
  private static final int MOST_ATTEMPTS = 5;

  private final Devices devices;
  private final Updates updates;
  private final Clearances clearances;
  private final Clock clock;

  RetryUpdate(Devices devices, Updates updates, Clearances clearances, Clock clock) {
    this.devices = devices;
    this.updates = updates;
    this.clearances = clearances;
    this.clock = clock;
  }

  Retried retry(Origin origin, String updateId) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Retried> outcome = attempt(origin, updateId);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new IllegalStateException(updateId + " changed at every attempt to retry it");
  }

  /** Empty where somebody else has changed the update meanwhile. */
  private Optional<Retried> attempt(Origin origin, String updateId) {
    Optional<Update> found = updates.find(origin.organizationId(), updateId);
    if (found.isEmpty()) {
      return Optional.of(new Retried.NotFound());
    }
    Update before = found.get();
    return obstacle(before).or(() -> moved(before, origin));
  }

  private Optional<Retried> obstacle(Update update) {
    if (update.status() != UpdateStatus.FAILED) {
      return Optional.of(new Retried.NotFailed(update));
    }
    if (update.course().retryCount() >= update.assignment().maxRetries()) {
      return Optional.of(new Retried.NoneLeft(update));
    }
    return mayGoOn(update)
        ? newerOn(update).map(version -> new Retried.Outdated(update, version))
        : Optional.of(new Retried.Stopped(update));
  }

  /**
   * What the device has come to run since it was given the update, where that is not older. What it
   * ran already was accepted then.
   */
  private Optional<Version> newerOn(Update update) {
    Assignment assigned = update.assignment();
    return devices
        .find(assigned.organization(), assigned.deviceId())
        .flatMap(device -> Optional.ofNullable(device.firmwareVersion()))
        .filter(running -> !running.text().equals(assigned.fromVersion()))
        .filter(running -> running.compareTo(Version.of(assigned.firmwareVersion())) >= 0);
  }

  private boolean mayGoOn(Update update) {
    String campaign = update.assignment().campaignId();
    return clearances
        .read(update.assignment().organization(), update.assignment().firmwareId())
        .filter(c -> !c.recalled())
        .filter(c -> campaign == null || open(c, campaign))
        .isPresent();
  }

  private static boolean open(Clearance clearance, String campaign) {
    return clearance
        .gate(campaign)
        .filter(g -> g == CampaignGate.OPEN || g == CampaignGate.HOLD)
        .isPresent();
  }

  private Optional<Retried> moved(Update before, Origin origin) {
    Update after = before.retried(clock.instant());
    return switch (updates.move(before, after, origin, null)) {
      case MOVED -> Optional.of(new Retried.Waiting(after));
      case OVERTAKEN -> Optional.empty();
      case TAKEN -> Optional.of(new Retried.Taken(before));
    };
  }
}
