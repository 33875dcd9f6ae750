package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A paused campaign releases devices again. */
@PublishedAs("ota_service.campaign.resumed")
public record CampaignResumed(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
