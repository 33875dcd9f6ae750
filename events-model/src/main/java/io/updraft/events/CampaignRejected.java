package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Approval of a campaign was refused. */
@PublishedAs("ota_service.campaign.rejected")
public record CampaignRejected(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
