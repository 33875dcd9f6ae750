package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An operator moved a campaign on to its next stage. */
@PublishedAs("ota_service.campaign.promoted")
public record CampaignPromoted(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
