package io.updraft.campaign.dynamodb;

import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Instant;

/** The keys of the campaigns table. */
final class CampaignKeys {
  static final String CAMPAIGN_PREFIX = "CAMPAIGN#";
  static final String ENGINE = "ENGINE";
  static final String TARGETS_PREFIX = "TARGETS#";
  static final String TIMELINE_PREFIX = "TIMELINE#";

  private CampaignKeys() {}

  static Key campaign(String organization, String campaignId) {
    return new Key(organization, CAMPAIGN_PREFIX + campaignId);
  }

  /** The set of the campaigns in progress, which bounds their number. */
  static Key inProgress(String organization) {
    return new Key(organization, "IN_PROGRESS");
  }

  static Key engine(String organization, String campaignId) {
    return new Key(partition(organization, campaignId), ENGINE);
  }

  static Key named(String organization, String campaignId, int chunk) {
    return new Key(partition(organization, campaignId), "EXPLICIT#%03d".formatted(chunk));
  }

  static Key targets(String organization, String campaignId, long chunk) {
    return new Key(partition(organization, campaignId), TARGETS_PREFIX + "%06d".formatted(chunk));
  }

  static Key timeline(String organization, String campaignId, Instant time, long number) {
    String sk = TIMELINE_PREFIX + ItemBuilder.sortable(time) + "#%06d".formatted(number);
    return new Key(partition(organization, campaignId), sk);
  }

  static String partition(String organization, String campaignId) {
    return Key.join(organization, campaignId);
  }
}
