package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Walk;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes of plans and nudges write. */
@ExtendWith(DynamoDbServer.class)
class DynamoReplanTest {
  private final TestDatabase database;
  private DynamoWorld world;
  private CampaignStores stores;

  DynamoReplanTest(TestDatabase database) {
    this.database = database;
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  @BeforeEach
  void anew() {
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  private static CampaignPlan plan(int devices, Pace pace, Schedule schedule) {
    return Examples.with(
        Examples.plan(new Targeting(devices, List.of(), null, false)), pace, schedule);
  }

  private static CampaignPlan plan(int devices, int percentage) {
    return plan(devices, Examples.pace(percentage, 10, 50), Schedule.NONE);
  }

  private static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private Campaign created(CampaignPlan plan) {
    world.clock().advance(Duration.ofMillis(5));
    Move creation = stores.moves().create(plan, Examples.firmware(), 1, OLGA);
    List<String> ids = ids("old-", plan.targeting().devices());
    assertThat(stores.campaigns().create(creation, ids, true)).isEqualTo(Stored.STORED);
    return creation.after();
  }

  private Move replan(Campaign before, CampaignPlan plan) {
    return stores.moves().replan(before, plan, before.firmware(), 1, true, OLGA, "targets");
  }

  private Campaign found(Campaign campaign) {
    return stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private Engine engine(Campaign campaign) {
    return stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private List<String> named(Campaign campaign) {
    return stores.targets().named(ORGANIZATION, campaign.campaignId(), 0, 20_000);
  }

  private int explicitItems(Campaign campaign) {
    return new Dynamo(database.client())
        .query(
            PartitionQuery.of(
                database.table("CampaignsTable"),
                "pk = :pk AND begins_with(sk, :sk)",
                v ->
                    v.text(":pk", ORGANIZATION + "#" + campaign.campaignId())
                        .text(":sk", "EXPLICIT#")))
        .items()
        .size();
  }

  private Stored replanned(Campaign before, CampaignPlan plan, @Nullable List<String> ids) {
    return stores.campaigns().replan(replan(before, plan), ids, false);
  }

  @Test
  void rewritesTheExplicitIdsAndRemovesWhatIsLeftOver() {
    Campaign campaign = created(plan(5_000, 100));
    assertThat(explicitItems(campaign)).isEqualTo(3);

    assertThat(replanned(campaign, plan(2_500, 100), ids("new-", 2_500))).isEqualTo(Stored.STORED);

    assertThat(named(campaign)).isEqualTo(ids("new-", 2_500));
    assertThat(explicitItems(campaign)).isEqualTo(2);
    assertThat(replanned(found(campaign), plan(6_001, 100), ids("more-", 6_001)))
        .isEqualTo(Stored.STORED);
    assertThat(named(campaign)).isEqualTo(ids("more-", 6_001));
    assertThat(found(campaign).plan().targeting().devices()).isEqualTo(6_001);
  }

  @Test
  void keepsTheExplicitIdsThatAreNotNamed() {
    Campaign campaign = created(plan(3, 100));

    assertThat(replanned(campaign, plan(3, 50), null)).isEqualTo(Stored.STORED);

    assertThat(named(campaign)).isEqualTo(ids("old-", 3));
  }

  @Test
  void ofTwoPlansAtOnceOneIsWritten() {
    Campaign campaign = created(plan(3, 100));

    assertThat(replanned(campaign, plan(1, 100), List.of("first"))).isEqualTo(Stored.STORED);
    assertThat(replanned(campaign, plan(1, 100), List.of("second"))).isEqualTo(Stored.OVERTAKEN);

    assertThat(named(campaign)).containsExactly("first");
    assertThat(world.events(campaign.campaignId()))
        .containsExactly("campaign.created", "campaign.updated");
  }

  @Test
  void refersToNoFirmwareThatIsNotAvailable() {
    Campaign campaign = created(plan(3, 100));
    world.firmware(FirmwareStatus.DEPRECATED);

    assertThat(stores.campaigns().replan(replan(campaign, plan(1, 100)), List.of("d"), true))
        .isEqualTo(Stored.FIRMWARE_GONE);
    assertThat(named(campaign)).hasSize(3);
  }

  @Test
  void aCreationWithAStartTellsBothInTheirOrder() {
    Schedule schedule = new Schedule(world.clock().instant().plus(Duration.ofDays(1)), null);

    Campaign campaign = created(plan(1, Examples.pace(100, 10, 50), schedule));

    assertThat(found(campaign)).isEqualTo(campaign);
    assertThat(campaign.status()).isEqualTo(CampaignStatus.SCHEDULED);
    assertThat(campaign.sequence()).isEqualTo(2);
    assertThat(world.events(campaign.campaignId()))
        .containsExactly("campaign.created", "campaign.scheduled");
    assertThat(
            stores.timelines().newestFirst(ORGANIZATION, campaign.campaignId(), 5, null).entries())
        .extracting(TimelineEntry::what)
        .containsExactly("scheduled", "created");
    assertThat(replanned(campaign, plan(1, 100), null)).isEqualTo(Stored.STORED);
    assertThat(found(campaign).status()).isEqualTo(CampaignStatus.CREATED);
  }

  private Campaign running(CampaignPlan plan) {
    Campaign campaign = created(plan);
    assertThat(stores.campaigns().move(stores.moves().start(campaign, 1, OLGA)))
        .isEqualTo(Stored.STORED);
    Engine before = engine(campaign);
    Engine walked =
        before.resolvedTo(
            new Place(1, "x"),
            Walk.FIRST.endedAt(Instant.EPOCH),
            0,
            Map.of(LeftOut.SAME_VERSION, 3L));
    assertThat(stores.engines().save(before, walked)).isTrue();
    return found(campaign);
  }

  @Test
  void aGreaterPercentageMakesTheEngineWalkAgain() {
    Campaign campaign = running(plan(1, 10));
    Engine before = engine(campaign);

    Move wider =
        stores.moves().adjust(campaign, plan(1, 50), Tally.NONE, OLGA, "rollout_percentage");
    assertThat(stores.campaigns().move(wider)).isEqualTo(Stored.STORED);

    assertThat(engine(campaign)).isEqualTo(before.told(Mandate.RUN, null, Move.Nudge.WIDEN));
    assertThat(engine(campaign).walk().number()).isEqualTo(1);
    assertThat(engine(campaign).place()).isEqualTo(Place.START);
    assertThat(world.events(campaign.campaignId())).endsWith("campaign.updated");
  }

  @Test
  void otherBoundsLeaveTheEngineWhereItIs() {
    Campaign campaign = running(plan(1, 10));
    Engine before = engine(campaign);

    CampaignPlan slower = plan(1, Examples.pace(10, 5, 20), Schedule.NONE);
    Move move = stores.moves().adjust(campaign, slower, Tally.NONE, OLGA, "batch_size");
    assertThat(stores.campaigns().move(move)).isEqualTo(Stored.STORED);

    assertThat(engine(campaign)).isEqualTo(before.told(Mandate.RUN, null, Move.Nudge.NONE));
    assertThat(found(campaign).plan()).isEqualTo(slower);
  }

  @Test
  void aPromotionTellsTheEngine() {
    Campaign campaign = running(plan(1, 100));
    Engine before = engine(campaign);

    Move promotion = stores.moves().promote(campaign, Tally.NONE, OLGA, "to the next stage");
    assertThat(stores.campaigns().move(promotion)).isEqualTo(Stored.STORED);

    assertThat(engine(campaign)).isEqualTo(before.told(Mandate.RUN, null, Move.Nudge.PROMOTE));
    assertThat(engine(campaign).promoted()).isTrue();
    assertThat(found(campaign).promotedAt()).isEqualTo(promotion.after().updatedAt());
    assertThat(stores.campaigns().move(promotion)).isEqualTo(Stored.OVERTAKEN);
  }

  @Test
  void pausingFreesTheSlotAndResumingTakesItAgain() {
    Campaign campaign = running(plan(1, 100));

    Move pause = stores.moves().pause(campaign, Tally.NONE, OLGA, "night");
    assertThat(stores.campaigns().move(pause)).isEqualTo(Stored.STORED);
    assertThat(engine(campaign).mandate()).isEqualTo(Mandate.PAUSE);
    assertThat(gate(campaign)).isEqualTo(CampaignGate.PAUSED);
    List<Campaign> others = IntStream.range(0, 5).mapToObj(i -> running(plan(1, 100))).toList();

    Move resume = stores.moves().resume(found(campaign), Tally.NONE, OLGA);
    assertThat(stores.campaigns().move(resume)).isEqualTo(Stored.TOO_MANY);
    stores.campaigns().move(stores.moves().pause(others.getFirst(), Tally.NONE, OLGA, null));
    assertThat(stores.campaigns().move(resume)).isEqualTo(Stored.STORED);
    assertThat(gate(campaign)).isEqualTo(CampaignGate.OPEN);
  }

  @Test
  void resumesNothingOnRecalledFirmware() {
    Campaign campaign = running(plan(1, 100));
    stores.campaigns().move(stores.moves().pause(campaign, Tally.NONE, OLGA, null));
    world.firmware(FirmwareStatus.RECALLED);

    Move resume = stores.moves().resume(found(campaign), Tally.NONE, OLGA);
    assertThat(stores.campaigns().move(resume)).isEqualTo(Stored.FIRMWARE_GONE);
  }

  @Test
  void aRollbackIsKeptWithItsTrigger() {
    Campaign campaign = running(plan(1, 100));

    Move rollback =
        stores.moves().rollBack(campaign, RollbackTrigger.MANUAL, Tally.NONE, OLGA, "complaints");
    assertThat(stores.campaigns().move(rollback)).isEqualTo(Stored.STORED);

    assertThat(found(campaign).rollback()).isEqualTo(RollbackTrigger.MANUAL);
    assertThat(engine(campaign).mandate()).isEqualTo(Mandate.ROLL_BACK);
    assertThat(engine(campaign).reason()).isEqualTo("complaints");
    assertThat(gate(campaign)).isEqualTo(CampaignGate.CANCELLED);
  }

  private CampaignGate gate(Campaign campaign) {
    return stores
        .firmware()
        .clearances()
        .read(ORGANIZATION, FIRMWARE_ID)
        .orElseThrow()
        .gate(campaign.campaignId())
        .orElseThrow();
  }
}
