package io.updraft.campaign.plan;

import io.updraft.campaign.domain.Actor;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import java.util.List;
import java.util.Optional;

/** Looks for all that does not fit, so that it can be told together with what is malformed. */
final class FitFirmware {
  private final FirmwareCatalogue catalogue;

  FitFirmware(FirmwareCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Fit fit(Wish wish, Actor actor) {
    if (wish.firmwareId().isEmpty()) {
      return new Fit(null, List.of());
    }
    Optional<FirmwareFacts> found = catalogue.find(actor.organization(), wish.firmwareId());
    return new Fit(found.orElse(null), Objection.to(wish.plan(), found));
  }
}
