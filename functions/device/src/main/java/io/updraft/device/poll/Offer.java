package io.updraft.device.poll;

import io.updraft.device.domain.Judgement;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates.Glance;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one of a device's updates, by itself, would have the device do. */
public final class Offer {
  private Offer() {}

  /** A window holds back what has not begun; it costs no further read to say so. */
  public static boolean inItsTime(Update update, Instant now) {
    return !update.status().waiting() || update.mayBegin(now);
  }

  /** Empty where the device is not to know of the update. */
  public static Optional<Next> of(Glance glance, Optional<Clearance> clearance) {
    Update update = glance.update();
    return switch (Judgement.of(update, clearance)) {
      case GO ->
          clearance.map(
              c -> new Next.Install(update, glance.commands(), c, switchReleased(update, c)));
      case WAIT -> Optional.empty();
      case GIVE_UP -> Optional.of(new Next.GiveUp(update));
    };
  }

  /** Whether it is an installation that is not to be switched to yet. */
  public static boolean beforeItsSwitch(Next next) {
    return next instanceof Next.Install install && Boolean.FALSE.equals(install.switchReleased());
  }

  private static @Nullable Boolean switchReleased(Update update, Clearance clearance) {
    return update.assignment().terms().blueGreen()
        ? Judgement.gate(update, clearance).filter(g -> g == CampaignGate.OPEN).isPresent()
        : null;
  }
}
