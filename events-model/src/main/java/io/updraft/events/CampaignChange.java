package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Objects;

/**
 * What every change of a campaign tells; flat in the JSON of its event.
 *
 * @param counters as they were when the change was committed
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
public record CampaignChange(
    String campaignId,
    String name,
    String firmwareId,
    @JsonUnwrapped Counters counters,
    String actedBy,
    Instant timestamp) {
  public CampaignChange {
    Required.text(campaignId, "campaign_id");
    Required.text(name, "name");
    Required.text(firmwareId, "firmware_id");
    Objects.requireNonNull(counters, "the counters are missing");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
