package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Notifications;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.published.CampaignNotifications;
import io.updraft.campaign.published.NotificationWishes;
import io.updraft.campaign.published.PublishedCampaigns;
import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoNotificationsTest {
  private final CampaignStores stores;
  private final CampaignNotifications notifications;

  DynamoNotificationsTest(TestDatabase database) {
    stores = new DynamoWorld(database).stores();
    notifications =
        PublishedCampaigns.notifications(
            new Dynamo(database.client()), Environment.of(database.environment("CampaignAdvance")));
  }

  private Campaign created() {
    Move creation =
        stores
            .moves()
            .create(
                Examples.plan(new Targeting(1, List.of(), null, false)),
                Examples.firmware(),
                1,
                OLGA);
    stores.campaigns().create(creation, List.of("d1"), false);
    return creation.after();
  }

  @Test
  void tellsWhatACampaignWants() {
    Campaign campaign = created();
    Notifications wanted = campaign.plan().notifications();

    assertThat(notifications.find(ORGANIZATION, campaign.campaignId()))
        .contains(
            new NotificationWishes(
                wanted.onStart(),
                wanted.onComplete(),
                wanted.onFailure(),
                wanted.channels(),
                List.of(OLGA.user())));
  }

  @Test
  void knowsNothingOfOthers() {
    Campaign campaign = created();

    assertThat(notifications.find("other", campaign.campaignId())).isEmpty();
    assertThat(notifications.find(ORGANIZATION, "cmp_unknown")).isEmpty();
  }
}
