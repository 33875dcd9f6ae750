package io.updraft.campaign.tick;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class TickHandlerTest {
  private final TestDatabase database;
  private DynamoWorld world;
  private CampaignStores stores;

  TickHandlerTest(TestDatabase database) {
    this.database = database;
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  @BeforeEach
  void anew() {
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  private void tick() {
    new TickHandler(stores)
        .handleRequest(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), new TestContext());
  }

  private static CampaignPlan plan(@Nullable Instant start, boolean approval) {
    CampaignPlan plan = Examples.plan(new Targeting(1, List.of(), null, false));
    return Examples.approved(Examples.with(plan, plan.pace(), new Schedule(start, null)), approval);
  }

  private Campaign created(CampaignPlan plan) {
    Move creation = stores.moves().create(plan, Examples.firmware(), 1, OLGA);
    assertThat(stores.campaigns().create(creation, List.of("d1"), true)).isEqualTo(Stored.STORED);
    return creation.after();
  }

  private Campaign scheduled(Duration in) {
    return created(plan(world.clock().instant().plus(in), false));
  }

  private Campaign started() {
    Campaign campaign = created(plan(null, false));
    Move start = stores.moves().start(campaign, 1, OLGA);
    assertThat(stores.campaigns().move(start)).isEqualTo(Stored.STORED);
    return start.after();
  }

  private Campaign now(Campaign campaign) {
    return stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private Engine engine(Campaign campaign) {
    return stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  @Test
  void startsWhatIsDueAndNothingElse() {
    Campaign now = scheduled(Duration.ZERO);
    Campaign later = scheduled(Duration.ofMinutes(1));
    Campaign byHand = created(plan(null, false));

    tick();

    assertThat(now(now).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
    assertThat(now(now).updatedBy()).isEqualTo("system");
    assertThat(now(later).status()).isEqualTo(CampaignStatus.SCHEDULED);
    assertThat(now(byHand).status()).isEqualTo(CampaignStatus.CREATED);
    assertThat(world.events(now.campaignId()))
        .containsExactly("campaign.created", "campaign.scheduled", "campaign.started");
  }

  @Test
  void aSecondTickStartsNothingASecondTime() {
    Campaign campaign = scheduled(Duration.ZERO);

    tick();
    tick();

    assertThat(now(campaign).sequence()).isEqualTo(3);
  }

  @Test
  void startsWhatWaitedForItsApproval() {
    Campaign campaign = created(plan(world.clock().instant(), true));
    tick();
    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.SCHEDULED);

    assertThat(stores.campaigns().move(stores.moves().approve(campaign, OLGA, null)))
        .isEqualTo(Stored.STORED);
    tick();

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
  }

  @Test
  void saysThatTheFirmwareIsGoneAndStartsWhenItIsBack() {
    Campaign campaign = scheduled(Duration.ZERO);
    world.firmware(FirmwareStatus.DEPRECATED);

    tick();
    Campaign hindered = now(campaign);
    tick();

    assertThat(hindered.status()).isEqualTo(CampaignStatus.SCHEDULED);
    assertThat(hindered.statusReason()).startsWith("its firmware to be available");
    assertThat(now(campaign)).as("written once").isEqualTo(hindered);

    world.firmware(FirmwareStatus.AVAILABLE);
    tick();

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
    assertThat(now(campaign).statusReason()).isNull();
  }

  @Test
  void waitsForASlot() {
    List<Campaign> running = List.of(started(), started(), started(), started(), started());
    Campaign campaign = scheduled(Duration.ZERO);

    tick();

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.SCHEDULED);
    assertThat(now(campaign).statusReason()).startsWith("another campaign to end");

    Campaign first = running.getFirst();
    stores
        .campaigns()
        .move(stores.moves().cancel(first, stores.tallies().of(first), OLGA, "enough"));
    tick();

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
  }

  @Test
  void wakesAnEngineWhenItIsDueAndNotBefore() {
    Campaign campaign = started();
    Instant due = world.clock().instant().plus(Duration.ofMinutes(5));
    Engine before = engine(campaign);
    Engine waiting = before.dueAt(due);
    stores.engines().save(before, waiting);

    tick();
    assertThat(engine(campaign)).isEqualTo(waiting);

    world.clock().set(due);
    tick();

    assertThat(engine(campaign).revision()).isEqualTo(waiting.revision() + 1);
    assertThat(engine(campaign).due())
        .as("woken again, should it not have come to set another time")
        .isEqualTo(due.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aTickWithNothingToDoCostsNextToNothing() {
    scheduled(Duration.ofDays(1));
    database.consumed().reset();

    tick();

    assertThat(database.consumed().writeUnits()).isZero();
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(8);
  }

  @Test
  void startingByTheClockCostsTheSameHoweverManyTargets() {
    scheduled(Duration.ZERO);
    database.consumed().reset();

    tick();

    assertThat(database.consumed().writeUnits()).isPositive().isLessThanOrEqualTo(24);
  }
}
