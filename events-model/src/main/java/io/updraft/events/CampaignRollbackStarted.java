package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The devices of a campaign are being taken back to the versions that they had before. */
@PublishedAs("ota_service.campaign.rollback_started")
public record CampaignRollbackStarted(@JsonUnwrapped CampaignChange change)
    implements CampaignChanged {}
