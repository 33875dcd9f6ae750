package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignId;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.published.CampaignNotifications;
import io.updraft.campaign.published.NotificationWishes;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a campaign's wishes: half a read unit per 4 KB. */
public final class DynamoNotifications implements CampaignNotifications {
  private final Dynamo dynamo;
  private final String table;

  public DynamoNotifications(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<NotificationWishes> find(String organization, String campaignId) {
    if (!CampaignId.isOne(campaignId)) {
      return Optional.empty();
    }
    return dynamo
        .get(table, CampaignKeys.campaign(organization, campaignId), Reading.EVENTUAL)
        .map(CampaignItem::read)
        .map(DynamoNotifications::wishes);
  }

  private static NotificationWishes wishes(Campaign campaign) {
    Notifications wanted = campaign.plan().notifications();
    return new NotificationWishes(
        wanted.onStart(),
        wanted.onComplete(),
        wanted.onFailure(),
        wanted.channels(),
        Stream.of(campaign.createdBy(), campaign.editedBy()).distinct().toList());
  }
}
