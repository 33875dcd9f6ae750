package io.updraft.campaign.recall;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.ContendedCampaigns;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.World;
import io.updraft.events.CampaignPaused;
import io.updraft.events.Envelope;
import io.updraft.testing.TestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PauseRecalledHandlerTest {
  private final World world = new World();
  private final PauseRecalledHandler handler =
      new PauseRecalledHandler(world.store, world.tallies, world.moves);

  private Campaign created() {
    Move creation =
        world.moves.create(
            Examples.plan(new Targeting(1, List.of(), null, false)), Examples.firmware(), 1, OLGA);
    world.store.create(creation, List.of("d1"), false);
    return creation.after();
  }

  private Campaign started() {
    Campaign campaign = created();
    world.store.move(world.moves.start(campaign, 1, OLGA));
    return campaign;
  }

  private int recall(Campaign... named) {
    return recall(handler, named);
  }

  private static int recall(PauseRecalledHandler handler, Campaign... named) {
    Map<String, AttributeValue> gates = new HashMap<>();
    for (Campaign campaign : named) {
      gates.put(campaign.campaignId(), new AttributeValue("open"));
    }
    String pk = ORGANIZATION + "#" + FIRMWARE_ID;
    DynamodbStreamRecord item = new DynamodbStreamRecord();
    item.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("7")
            .withKeys(Map.of("pk", new AttributeValue(pk), "sk", new AttributeValue("CLEARANCE")))
            .withNewImage(Map.of("campaigns", new AttributeValue().withM(gates))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(item));
    return handler.handleRequest(event, new TestContext()).getBatchItemFailures().size();
  }

  private Campaign now(Campaign campaign) {
    return world.store.find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  @Test
  void pausesEachCampaignInProgressAndStopsItsUpdates() {
    Campaign first = started();
    Campaign second = started();

    assertThat(recall(first, second)).isZero();

    assertThat(now(first).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(now(second).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(now(first).statusReason()).isEqualTo("the firmware was recalled");
    assertThat(now(first).updatedBy()).isEqualTo("system");
    Engine engine = world.store.engines().find(ORGANIZATION, first.campaignId()).orElseThrow();
    assertThat(engine.mandate()).isEqualTo(Mandate.STOP);
  }

  @Test
  void announcesOncePerCampaignHoweverOftenItIsTold() {
    Campaign campaign = started();

    recall(campaign);
    recall(campaign);

    assertThat(world.store.events().stream().map(Envelope::data))
        .filteredOn(CampaignPaused.class::isInstance)
        .hasSize(1);
  }

  @Test
  void theBatchComesAgainWhereOthersMoveTheCampaignAtEveryAttempt() {
    Campaign campaign = started();
    PauseRecalledHandler contended =
        new PauseRecalledHandler(new ContendedCampaigns(world.store), world.tallies, world.moves);

    assertThat(recall(contended, campaign)).isEqualTo(1);
  }

  @Test
  void leavesCampaignsThatAreNotInProgress() {
    Campaign campaign = created();

    assertThat(recall(campaign)).isZero();

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.CREATED);
  }
}
