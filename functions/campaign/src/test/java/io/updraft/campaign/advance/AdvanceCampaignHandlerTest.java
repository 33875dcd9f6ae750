package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Tally;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine on real tables, together with the updates of the device context. */
@ExtendWith(DynamoDbServer.class)
class AdvanceCampaignHandlerTest {
  private static final int DEVICES = 70;

  private final CampaignStores stores;
  private final DynamoWorld world;
  private final AdvanceCampaignHandler handler;

  AdvanceCampaignHandlerTest(TestDatabase database) {
    world = new DynamoWorld(database);
    stores = world.stores();
    handler = new AdvanceCampaignHandler(stores);
  }

  private Campaign started(Pace pace, List<String> named) {
    Move creation =
        stores.moves().create(DynamoWorld.forced(named.size(), pace), Examples.firmware(), 0, OLGA);
    stores.campaigns().create(creation, named, true);
    Move start = stores.moves().start(creation.after(), 0, OLGA);
    assertThat(stores.campaigns().move(start)).isEqualTo(Stored.STORED);
    return start.after();
  }

  private static DynamodbEvent changes(String... partitionKeys) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (String pk : partitionKeys) {
      DynamodbStreamRecord item = new DynamodbStreamRecord();
      item.setDynamodb(
          new StreamRecord()
              .withSequenceNumber("10" + records.size())
              .withKeys(Map.of("pk", new AttributeValue(pk), "sk", new AttributeValue("ENGINE"))));
      records.add(item);
    }
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  private StreamsEventResponse advance(Campaign campaign) {
    return handler.handleRequest(
        changes("acme#" + campaign.campaignId(), "acme#" + campaign.campaignId() + "#3"),
        new TestContext());
  }

  private Engine engine(Campaign campaign) {
    return stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private Tally tally(Campaign campaign) {
    return stores.devices().updates().tally(ORGANIZATION, campaign.campaignId());
  }

  @Test
  void resolvesReleasesAndCarriesACancellation() {
    List<String> known = IntStream.range(0, DEVICES).mapToObj("d%03d"::formatted).toList();
    List<String> named = new ArrayList<>(known);
    named.add("nobody");
    world.devices(known);
    Campaign campaign = started(Examples.pace(100, 7, 50), named);

    assertThat(advance(campaign).getBatchItemFailures()).isEmpty();

    assertThat(engine(campaign).resolved()).isTrue();
    assertThat(engine(campaign).targets()).isEqualTo(DEVICES);
    assertThat(engine(campaign).leftOut()).isEqualTo(Map.of(LeftOut.UNKNOWN_DEVICE, 1L));
    assertThat(tally(campaign)).isEqualTo(new Tally(DEVICES, DEVICES, 0, 0, 0, 0, 7, 0, 7, 0, 0));
    assertThat(
            stores.targets().held(ORGANIZATION, campaign.campaignId(), 0, 100).stream()
                .map(target -> target.deviceId()))
        .containsExactlyElementsOf(known);

    Campaign running = stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
    stores.campaigns().move(stores.moves().cancel(running, tally(campaign), OLGA, "enough"));
    advance(campaign);

    assertThat(tally(campaign)).isEqualTo(new Tally(DEVICES, 0, 0, 0, 0, DEVICES, 0, 0, 0, 0, 0));
    assertThat(engine(campaign).mandate()).isEqualTo(Mandate.DONE);
    assertThat(world.events(campaign.campaignId()))
        .containsExactly("campaign.created", "campaign.started", "campaign.cancelled");
  }

  @Test
  void endsACampaignWithoutTargetsAtOnce() {
    Campaign campaign = started(Examples.pace(100, 7, 50), List.of("nobody"));

    advance(campaign);

    Campaign after = stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
    assertThat(after.status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(engine(campaign).mandate()).isEqualTo(Mandate.DONE);
  }

  @Test
  void passesOverTalliesThatAreOfNoCampaign() {
    assertThat(
            handler
                .handleRequest(
                    changes("acme#0123456789abcdef0123456789abcdef#0", "acme#cmp_none"),
                    new TestContext())
                .getBatchItemFailures())
        .isEmpty();
  }
}
