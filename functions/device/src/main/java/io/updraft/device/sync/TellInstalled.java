package io.updraft.device.sync;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.DeviceClient.Recorded;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the device service what a device has come to run. It is the version that the built-in
 * registry has now, not the update's: a later update may have been told already. The mark goes
 * afterwards, and only where the version is still the same: of two that tell at once, the last one
 * to end tells what holds.
 */
final class TellInstalled {
  private static final Logger LOG = LoggerFactory.getLogger(TellInstalled.class);

  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Duration AT_MOST = Duration.ofDays(7);

  private final DeviceClient client;
  private final Devices devices;
  private final UpdateMoves moves;
  private final Clock clock;

  TellInstalled(DeviceClient client, Devices devices, Updates updates, Clock clock) {
    this.client = client;
    this.devices = devices;
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  void carryOut(Origin origin, Update update) {
    Optional<Version> version = running(update);
    Recorded recorded = version.map(v -> tell(origin, update, v)).orElse(Recorded.NOT_FOUND);
    switch (recorded) {
      case RECORDED -> settle(origin, update, version.equals(running(update)));
      case NOT_FOUND -> settle(origin, update, true);
      case UNAVAILABLE -> putOff(origin, update);
    }
  }

  private Recorded tell(Origin origin, Update update, Version version) {
    return client.firmwareInstalled(origin, update.assignment().deviceId(), version.text());
  }

  /** Empty where the device is gone. */
  private Optional<Version> running(Update update) {
    return devices
        .find(update.assignment().organization(), update.assignment().deviceId())
        .map(Device::firmwareVersion);
  }

  /** What does not hold any more is told again by the next run. */
  private void settle(Origin origin, Update update, boolean holds) {
    if (holds) {
      moves.applyTo(
          update,
          origin,
          null,
          u -> Outstanding.telling(u) ? Outstanding.told(u, clock.instant()) : u);
    }
  }

  private void putOff(Origin origin, Update update) {
    Instant now = clock.instant();
    Instant completed =
        Objects.requireNonNullElse(update.course().entered(UpdateStatus.COMPLETED), now);
    if (now.isAfter(completed.plus(AT_MOST))) {
      LOG.error("the device service was never told of update {}", update.id());
      settle(origin, update, true);
      return;
    }
    Instant again = Waiting.until(completed, now, SELDOM);
    moves.applyTo(update, origin, null, u -> Outstanding.telling(u) ? u.putOff(again, now) : u);
  }
}
