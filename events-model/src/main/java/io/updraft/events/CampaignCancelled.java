package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A campaign was ended before its time; its unfinished updates are cancelled. */
@PublishedAs("ota_service.campaign.cancelled")
public record CampaignCancelled(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
