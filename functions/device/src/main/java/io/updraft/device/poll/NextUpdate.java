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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a device is to do next: of the updates that it may have the one with the highest
 * priority, then the oldest. Reads only, but for one write a day and device.
 */
public final class NextUpdate {
  private static final Duration SEEN_AGAIN = Duration.ofHours(24);
  private static final Next NOTHING = new Next.Nothing();

  private final Devices devices;
  private final Updates updates;
  private final Clearances clearances;
  private final int gatewayRegistrationsPerHour;
  private final Clock clock;

  public NextUpdate(
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
   * @param patience of the device's client
   */
  public Contact contact(
      String organization,
      String deviceId,
      @Nullable String gateway,
      Function<Device, Patience> patience) {
    Optional<Device> device = devices.glance(organization, deviceId);
    if (device.map(this::seenLongAgo).orElse(true)) {
      Instant now = clock.instant();
      Quota quota = gateway == null ? null : Quota.of(gateway, now, gatewayRegistrationsPerHour);
      if (devices.seen(organization, deviceId, now, quota) == Devices.Contact.REFUSED) {
        return new Contact(device, tooManyNew(quota, now));
      }
    }
    return new Contact(device, device.map(d -> first(d, patience.apply(d))).orElse(NOTHING));
  }

  /**
   * A device that asked.
   *
   * @param device empty at its first contact
   */
  public record Contact(Optional<Device> device, Next next) {}

  private Next first(Device device, Patience patience) {
    return device
        .due()
        .flatMap(note -> next(device.organization(), note, patience).stream())
        .findFirst()
        .orElse(NOTHING);
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

  private Optional<Next> next(String organization, Device.Note note, Patience patience) {
    return updates
        .glance(organization, note.updateId())
        .filter(g -> patience.beforeItsTime() || Offer.inItsTime(g.update(), clock.instant()))
        .flatMap(glance -> Offer.of(glance, clearances.read(organization, note.firmwareId())))
        .filter(next -> patience.beforeItsSwitch() || !Offer.beforeItsSwitch(next));
  }
}
