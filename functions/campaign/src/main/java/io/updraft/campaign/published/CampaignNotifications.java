package io.updraft.campaign.published;

import java.util.Optional;

/** Tells what a campaign wants to be told of. */
@FunctionalInterface
public interface CampaignNotifications {
  /** As the campaign is now; empty where the organization has no such campaign. */
  Optional<NotificationWishes> find(String organization, String campaignId);
}
