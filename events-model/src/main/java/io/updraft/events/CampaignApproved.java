package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A campaign was approved by a second person. */
@PublishedAs("ota_service.campaign.approved")
public record CampaignApproved(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
