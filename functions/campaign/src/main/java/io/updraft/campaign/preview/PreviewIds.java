package io.updraft.campaign.preview;

import io.updraft.campaign.domain.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * Always the same, so that the same plan is answered alike. Which devices are within a percentage
 * depends on the id that a campaign will have: a preview tells how many, not which.
 */
final class PreviewIds implements Ids {
  @Override
  public String campaign(Instant now) {
    return "cmp_preview";
  }

  @Override
  public UUID event() {
    return new UUID(0, 0);
  }
}
