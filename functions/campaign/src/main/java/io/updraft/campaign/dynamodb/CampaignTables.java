package io.updraft.campaign.dynamodb;

import io.updraft.lambda.Environment;

/** The names of the tables that the campaign context writes. */
public record CampaignTables(String campaigns, String outbox) {
  /** Reads {@code CAMPAIGNS_TABLE} and {@code OUTBOX_TABLE}. */
  public static CampaignTables from(Environment environment) {
    return new CampaignTables(
        environment.text("CAMPAIGNS_TABLE"), environment.text("OUTBOX_TABLE"));
  }
}
