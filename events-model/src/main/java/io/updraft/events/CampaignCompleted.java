package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Every update of a campaign has ended, within its threshold of failures. */
@PublishedAs("ota_service.campaign.completed")
public record CampaignCompleted(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
