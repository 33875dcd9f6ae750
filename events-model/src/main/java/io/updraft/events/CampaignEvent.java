package io.updraft.events;

/** What happens to one campaign. */
public sealed interface CampaignEvent extends Event
    permits CampaignCreated, CampaignStarted, CampaignChanged {
  String campaignId();

  @Override
  default String subject() {
    return campaignId();
  }
}
