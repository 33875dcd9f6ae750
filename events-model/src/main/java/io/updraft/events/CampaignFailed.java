package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A campaign was ended by its failures or by its scheduled end; {@code reason} tells which. */
@PublishedAs("ota_service.campaign.failed")
public record CampaignFailed(@JsonUnwrapped CampaignChange change, String reason)
    implements CampaignChanged {
  public CampaignFailed {
    Required.text(reason, "reason");
  }
}
