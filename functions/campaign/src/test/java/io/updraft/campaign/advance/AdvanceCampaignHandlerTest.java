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
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
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
    assertThat(after.statusReason()).contains("no device was a target");
    assertThat(engine(campaign).mandate()).isEqualTo(Mandate.DONE);
  }

  private Campaign started(DeploymentStrategy strategy, int concurrent, int batch, int devices) {
    Pace pace = Examples.by(strategy, Examples.pace(100, concurrent, batch), null);
    return startedOn(DynamoWorld.forced(devices, pace), devices);
  }

  private Campaign startedOn(CampaignPlan plan, int devices) {
    List<String> ids = IntStream.range(0, devices).mapToObj("d%03d"::formatted).toList();
    world.devices(ids);
    return startedOn(plan, ids);
  }

  private Campaign startedOn(CampaignPlan plan, List<String> ids) {
    Move creation = stores.moves().create(plan, Examples.firmware(), 0, OLGA);
    stores.campaigns().create(creation, ids, true);
    Move start = stores.moves().start(creation.after(), 0, OLGA);
    assertThat(stores.campaigns().move(start)).isEqualTo(Stored.STORED);
    return start.after();
  }

  private Campaign now(Campaign campaign) {
    return stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private void report(Campaign campaign, int from, int to, UpdateStatus status) {
    stores.targets().held(ORGANIZATION, campaign.campaignId(), from, to - from).stream()
        .map(Target::updateId)
        .forEach(id -> world.report(id, status));
  }

  private List<String> stages(Campaign campaign) {
    return stores
        .timelines()
        .newestFirst(ORGANIZATION, campaign.campaignId(), 50, null)
        .entries()
        .reversed()
        .stream()
        .filter(entry -> entry.what().equals("stage"))
        .map(entry -> entry.by() + ": " + entry.why())
        .toList();
  }

  @Test
  void aCanaryGoesOnAfterItsWatch() {
    Campaign campaign = started(DeploymentStrategy.CANARY, 100, 50, 40);
    advance(campaign);
    assertThat(tally(campaign).scheduled()).isEqualTo(2);

    report(campaign, 0, 2, UpdateStatus.COMPLETED);
    advance(campaign);
    Instant watchEnds = world.clock().instant().plus(Duration.ofMinutes(30));
    assertThat(engine(campaign).due()).isEqualTo(watchEnds);
    long revision = engine(campaign).revision();
    advance(campaign);
    assertThat(engine(campaign).revision()).as("comes to rest").isEqualTo(revision);
    assertThat(tally(campaign).scheduled()).isZero();

    world.clock().set(watchEnds);
    advance(campaign);
    assertThat(tally(campaign).scheduled()).isEqualTo(8);
    assertThat(engine(campaign).due()).isNull();
    report(campaign, 2, 10, UpdateStatus.COMPLETED);
    advance(campaign);
    report(campaign, 10, 20, UpdateStatus.COMPLETED);
    advance(campaign);
    report(campaign, 20, 40, UpdateStatus.COMPLETED);
    advance(campaign);

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(stages(campaign))
        .containsExactly(
            "system: the canary group has its update",
            "system: the canary group has ended and is watched",
            "system: up to 25 % of the targets have their update",
            "system: up to 50 % of the targets have their update",
            "system: up to 100 % of the targets have their update");
  }

  @Test
  void aCanaryThatFailsTakesNobodyWithIt() {
    Campaign campaign = started(DeploymentStrategy.CANARY, 100, 50, 40);
    advance(campaign);

    report(campaign, 0, 1, UpdateStatus.FAILED);
    advance(campaign);
    advance(campaign);

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.FAILED);
    assertThat(now(campaign).rollback()).isEqualTo(RollbackTrigger.FAILURE_RATE);
    assertThat(world.events(campaign.campaignId()))
        .endsWith("campaign.started", "campaign.rollback_started", "campaign.failed");
    assertThat(tally(campaign).cancelled()).isEqualTo(39);
  }

  @Test
  void stagesBeginWhenTheOneBeforeHasEnded() {
    Campaign campaign = started(DeploymentStrategy.STAGED, 100, 4, 10);
    advance(campaign);
    report(campaign, 0, 3, UpdateStatus.COMPLETED);
    advance(campaign);
    assertThat(tally(campaign).scheduled()).isEqualTo(1);

    report(campaign, 3, 4, UpdateStatus.COMPLETED);
    advance(campaign);

    assertThat(tally(campaign).scheduled()).isEqualTo(4);
    assertThat(engine(campaign).released()).isEqualTo(8);
    assertThat(stages(campaign))
        .containsExactly("system: batch 1 begins", "system: batch 2 begins");
  }

  @Test
  void releasesNothingOutsideTheWindowAndIsDueAtItsOpening() {
    MaintenanceWindow window =
        new MaintenanceWindow(
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(22, 0),
            LocalTime.of(4, 0),
            ZoneOffset.UTC);
    Pace pace = Examples.by(DeploymentStrategy.IMMEDIATE, Examples.pace(100, 10, 50), window);
    Campaign campaign = startedOn(DynamoWorld.forced(5, pace), 5);
    Instant opens = Instant.parse("2026-11-24T22:00:00Z");

    advance(campaign);

    assertThat(engine(campaign).resolved()).isTrue();
    assertThat(tally(campaign).scheduled()).isZero();
    assertThat(engine(campaign).due()).isEqualTo(opens);

    world.clock().set(opens);
    advance(campaign);

    assertThat(tally(campaign).scheduled()).isEqualTo(5);
    assertThat(engine(campaign).due()).isNull();
  }

  @Test
  void failsWhenItsScheduledEndPasses() {
    Instant end = world.clock().instant().plus(Duration.ofHours(1));
    CampaignPlan plan = DynamoWorld.forced(3, Examples.pace(100, 10, 50));
    Campaign campaign = startedOn(Examples.with(plan, plan.pace(), new Schedule(null, end)), 3);
    advance(campaign);
    report(campaign, 0, 2, UpdateStatus.COMPLETED);
    advance(campaign);
    assertThat(engine(campaign).due()).isEqualTo(end);

    world.clock().set(end);
    advance(campaign);

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.FAILED);
    assertThat(now(campaign).statusReason())
        .isEqualTo(
            "its scheduled end, 2026-11-24T09:00:00Z, has passed with 1 of 3 updates unfinished");
  }

  @Test
  void tellsThatARollbackHadNothingToTakeBack() {
    Campaign campaign = startedOn(DynamoWorld.forced(2, Examples.pace(100, 10, 50)), 2);
    advance(campaign);
    Campaign running = now(campaign);
    stores
        .campaigns()
        .move(
            stores.moves().rollBack(running, RollbackTrigger.MANUAL, tally(running), OLGA, "bad"));

    advance(campaign);
    advance(campaign);

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.ROLLED_BACK);
    assertThat(now(campaign).statusReason())
        .isEqualTo("bad; no device had been updated, so that none had to go back");
  }

  @Test
  void aDynamicCampaignTakesInWhoComesLater() {
    Instant end = world.clock().instant().plus(Duration.ofHours(1));
    CampaignPlan plan =
        DynamoWorld.forced(new Targeting(2, List.of(), null, true), Examples.pace(100, 10, 50));
    Campaign campaign =
        startedOn(
            Examples.with(plan, plan.pace(), new Schedule(null, end)), List.of("d000", "late"));
    world.devices(List.of("d000"));
    advance(campaign);
    report(campaign, 0, 1, UpdateStatus.COMPLETED);
    advance(campaign);
    Instant walk = world.clock().instant().plus(Duration.ofMinutes(5));
    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
    assertThat(engine(campaign).due()).isEqualTo(walk);

    world.devices(List.of("late"));
    world.clock().set(walk);
    advance(campaign);

    assertThat(stores.targets().held(ORGANIZATION, campaign.campaignId(), 0, 10))
        .extracting(Target::deviceId)
        .containsExactly("d000", "late");
    assertThat(engine(campaign).leftOut()).isEmpty();

    report(campaign, 1, 2, UpdateStatus.COMPLETED);
    world.clock().set(end);
    advance(campaign);

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
  }

  @Test
  void isWokenByWhatIsCountedOfItsRollbacks() {
    Campaign campaign = started(Examples.pace(100, 7, 50), List.of("nobody"));

    handler.handleRequest(
        changes("acme#" + campaign.campaignId() + "~rollback#3"), new TestContext());

    assertThat(now(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
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
