package io.updraft.device.sync;

import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.DeviceClient.Lookup;
import io.updraft.device.domain.Fitness;
import io.updraft.device.domain.KnownDevice;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Validation;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks for the device of an update that was started while nobody could be asked. What the device
 * has begun meanwhile goes on.
 */
final class CheckDevice {
  private static final Duration SELDOM = Duration.ofMinutes(15);

  private final DeviceClient client;
  private final FirmwareCatalogue catalogue;
  private final UpdateMoves moves;
  private final Clock clock;

  CheckDevice(DeviceClient client, Updates updates, FirmwareCatalogue catalogue, Clock clock) {
    this.client = client;
    this.catalogue = catalogue;
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  void carryOut(Origin origin, Update update) {
    Instant now = clock.instant();
    switch (client.device(origin, update.assignment().deviceId())) {
      case Lookup.Found(KnownDevice device) -> judge(origin, update, device, now);
      case Lookup.NotFound() ->
          move(origin, update, u -> u.cancelled("the device does not exist", now));
      case Lookup.Unavailable() -> {
        Instant again = Waiting.until(update.assignment().createdAt(), now, SELDOM);
        move(origin, update, u -> u.putOff(again, now));
      }
    }
  }

  private void judge(Origin origin, Update update, KnownDevice device, Instant now) {
    Optional<String> obstacle = obstacle(update, device);
    move(
        origin,
        update,
        u ->
            obstacle
                .map(reason -> u.cancelled(reason, now))
                .orElseGet(() -> Outstanding.validated(u, now)));
  }

  private Optional<String> obstacle(Update update, KnownDevice device) {
    boolean accepted = update.assignment().validation() != Validation.FITNESS;
    return accepted
        ? Optional.empty()
        : catalogue
            .find(update.assignment().organization(), update.assignment().firmwareId())
            .flatMap(firmware -> Fitness.obstacle(device, firmware));
  }

  private void move(Origin origin, Update update, UnaryOperator<Update> move) {
    moves.applyTo(update, origin, null, u -> Outstanding.question(u) ? move.apply(u) : u);
  }
}
