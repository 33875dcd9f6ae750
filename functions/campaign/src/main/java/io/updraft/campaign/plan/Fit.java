package io.updraft.campaign.plan;

import io.updraft.firmware.published.FirmwareFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a wish fits its firmware.
 *
 * @param firmware null where there is none of that id
 * @param objections all that does not fit
 */
record Fit(@Nullable FirmwareFacts firmware, List<Objection> objections) {
  Fit {
    objections = List.copyOf(objections);
  }
}
