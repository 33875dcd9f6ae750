package io.updraft.campaign.published;

import io.updraft.campaign.dynamodb.DynamoNotifications;
import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;

/** What the wiring of another context takes from this one. */
public final class PublishedCampaigns {
  private PublishedCampaigns() {}

  /** On the table that the caller's {@code CAMPAIGNS_TABLE} names. */
  public static CampaignNotifications notifications(Dynamo dynamo, Environment environment) {
    return new DynamoNotifications(dynamo, environment.text("CAMPAIGNS_TABLE"));
  }
}
