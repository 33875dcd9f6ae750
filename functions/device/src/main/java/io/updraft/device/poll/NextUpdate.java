package io.updraft.device.poll;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Quota;
import io.updraft.device.domain.Updates;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a device is to do next: of the updates that it may have the one with the highest
 * priority, then the oldest. Reads only, but for one write a day and device.
 */
final class NextUpdate {
  private static final Duration SEEN_AGAIN = Duration.ofHours(24);

  private final Devices devices;
  private final Updates updates;
  private final Clearances clearances;
  private final int gatewayRegistrationsPerHour;
  private final Clock clock;

  NextUpdate(
      Devices devices,
      Updates updates,
      Clearances clearances,
      int gatewayRegistrationsPerHour,
      Clock clock) {
    this.devices = devices;
    this.updates = updates;
    this.clearances = clearances;
    this.gatewayRegistrationsPerHour = gatewayRegistrationsPerHour;
    this.clock = clock;
  }

  /**
   * Also registers a device that is not known.
   *
   * @param gateway who speaks for the device; null where it does so itself
   */
  Next forDevice(String organization, String deviceId, @Nullable String gateway) {
    Optional<Device> device = devices.glance(organization, deviceId);
    if (device.map(this::seenLongAgo).orElse(true)) {
      Instant now = clock.instant();
      Quota quota = gateway == null ? null : Quota.of(gateway, now, gatewayRegistrationsPerHour);
      if (devices.seen(organization, deviceId, now, quota) == Devices.Contact.REFUSED) {
        return tooManyNew(quota, now);
      }
    }
    return device.stream()
        .flatMap(Device::due)
        .flatMap(note -> next(organization, note).stream())
        .findFirst()
        .orElse(new Next.Nothing());
  }

  private static Next tooManyNew(@Nullable Quota quota, Instant now) {
    if (quota == null) {
      throw new IllegalStateException("refused without a quota");
    }
    return new Next.TooManyNew(quota, quota.renewedAfter(now));
  }

  private boolean seenLongAgo(Device device) {
    Instant seen = device.lastSeen();
    return seen == null || !clock.instant().isBefore(seen.plus(SEEN_AGAIN));
  }

  private Optional<Next> next(String organization, Device.Note note) {
    return updates
        .glance(organization, note.updateId())
        .filter(glance -> Offer.inItsTime(glance.update(), clock.instant()))
        .flatMap(glance -> Offer.of(glance, clearances.read(organization, note.firmwareId())));
  }
}
