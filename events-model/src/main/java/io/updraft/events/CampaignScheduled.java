package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A campaign waits for its start. */
@PublishedAs("ota_service.campaign.scheduled")
public record CampaignScheduled(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
