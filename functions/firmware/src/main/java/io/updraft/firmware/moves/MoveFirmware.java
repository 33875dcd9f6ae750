package io.updraft.firmware.moves;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides on a firmware as it is and commits that; decides again where it has changed meanwhile.
 */
public final class MoveFirmware {
  private static final int ATTEMPTS = 10;

  private final Firmwares firmwares;

  public MoveFirmware(Firmwares firmwares) {
    this.firmwares = firmwares;
  }

  public Moved move(String firmwareId, Actor actor, Function<Firmware, Decision> rule) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Moved> moved = attempt(firmwareId, actor, rule);
      if (moved.isPresent()) {
        return moved.get();
      }
    }
    throw new DependencyUnavailable("The firmware", Duration.ofSeconds(1), null);
  }

  private Optional<Moved> attempt(
      String firmwareId, Actor actor, Function<Firmware, Decision> rule) {
    Optional<Firmware> found =
        firmwares.find(actor.organization(), firmwareId).filter(Firmware::isVisible);
    if (found.isEmpty()) {
      return Optional.of(new Moved.NotFound());
    }
    Firmware firmware = found.get();
    return switch (rule.apply(firmware)) {
      case Decision.Go go -> commit(firmware, go, actor);
      case Decision.Stay() -> Optional.of(new Moved.Unchanged(firmware));
      case Decision.Refuse() -> Optional.of(new Moved.Forbidden(firmware));
    };
  }

  private Optional<Moved> commit(Firmware firmware, Decision.Go go, Actor actor) {
    Firmware moved = firmware.moved(go.next(), actor);
    var told = Change.told(firmware, moved, go.telling().apply(moved.change()), actor);
    return firmwares.save(told).map(saved -> new Moved.Done(firmware, saved));
  }
}
