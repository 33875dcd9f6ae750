package io.updraft.campaign.domain;

import java.util.Map;

/** How many campaigns of an organization are in which state. */
@FunctionalInterface
public interface CampaignCounts {
  /** Only states in which there is one; eventually consistent. */
  Map<CampaignStatus, Long> byStatus(String organization);
}
