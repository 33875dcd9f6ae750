package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A campaign releases no further devices until it is resumed. */
@PublishedAs("ota_service.campaign.paused")
public record CampaignPaused(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
