package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The plan of a campaign was changed. */
@PublishedAs("ota_service.campaign.updated")
public record CampaignUpdated(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
