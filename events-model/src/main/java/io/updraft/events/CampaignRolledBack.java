package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Every rollback of a campaign that a user rolled back has ended. */
@PublishedAs("ota_service.campaign.rolled_back")
public record CampaignRolledBack(@JsonUnwrapped CampaignChange change) implements CampaignChanged {}
