package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Listing;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Timelines.History;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.rsql.QueryReader;
import io.updraft.device.published.Tally;
import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoCampaignsTest {
  private final TestDatabase database;
  private DynamoWorld world;
  private CampaignStores stores;

  DynamoCampaignsTest(TestDatabase database) {
    this.database = database;
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  @BeforeEach
  void anew() {
    world = new DynamoWorld(database);
    stores = world.stores();
  }

  private Campaign created(CampaignPlan plan, List<String> devices) {
    world.clock().advance(Duration.ofMillis(5));
    Move creation = stores.moves().create(plan, Examples.firmware(), devices.size(), OLGA);
    assertThat(stores.campaigns().create(creation, devices, true)).isEqualTo(Stored.STORED);
    return creation.after();
  }

  private Campaign created() {
    return created(Examples.plan(new Targeting(1, List.of("north"), null, false)), List.of("d1"));
  }

  private Campaign found(Campaign campaign) {
    return stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private Stored start(Campaign campaign) {
    return stores.campaigns().move(stores.moves().start(campaign, 1, OLGA));
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

  @Test
  void keepsACampaignAsItIs() {
    DeviceFilter filter =
        new DeviceFilter(
            "pump",
            Version.of("1.0.0"),
            null,
            null,
            null,
            Version.of("1.9.0"),
            "olga",
            Map.of("region", "eu"),
            QueryReader.kept("group==north and firmware_version=lt=1.5.0"));
    Campaign campaign =
        created(
            Examples.plan(new Targeting(2, List.of("north", "south"), filter, false)),
            List.of("b", "a"));

    assertThat(found(campaign)).isEqualTo(campaign);
    assertThat(stores.targets().named(ORGANIZATION, campaign.campaignId(), 0, 10))
        .containsExactly("b", "a");
  }

  @Test
  void keepsAHundredThousandExplicitTargetsInTheirOrder() {
    List<String> ids = IntStream.range(0, 100_000).mapToObj("device-%06d"::formatted).toList();
    Campaign campaign =
        created(Examples.plan(new Targeting(ids.size(), List.of(), null, false)), ids);

    assertThat(stores.targets().named(ORGANIZATION, campaign.campaignId(), 99_990, 30))
        .isEqualTo(ids.subList(99_990, 100_000));
    assertThat(stores.targets().named(ORGANIZATION, campaign.campaignId(), 1_990, 20))
        .isEqualTo(ids.subList(1_990, 2_010));
  }

  @Test
  void createsNothingOnFirmwareThatIsNotAvailable() {
    world.firmware(FirmwareStatus.DEPRECATED);
    Move creation =
        stores
            .moves()
            .create(
                Examples.plan(new Targeting(1, List.of(), null, false)),
                Examples.firmware(),
                1,
                OLGA);

    assertThat(stores.campaigns().create(creation, List.of("d1"), true))
        .isEqualTo(Stored.FIRMWARE_GONE);
    assertThat(stores.campaigns().find(ORGANIZATION, creation.after().campaignId())).isEmpty();
  }

  @Test
  void startsWithEngineAndGateAndEventInOne() {
    Campaign campaign = created();

    assertThat(start(campaign)).isEqualTo(Stored.STORED);

    assertThat(found(campaign).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
    assertThat(stores.engines().find(ORGANIZATION, campaign.campaignId()))
        .contains(Engine.begin(ORGANIZATION, campaign.campaignId()));
    assertThat(gate(campaign)).isEqualTo(CampaignGate.OPEN);
    assertThat(world.events(campaign.campaignId()))
        .containsExactly("campaign.created", "campaign.started");
  }

  @Test
  void ofTwentyStartsAtOnceOneTakesEffect() throws Exception {
    Campaign campaign = created();
    List<Stored> results = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(i -> Thread.ofVirtual().start(() -> results.add(start(campaign))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(results).hasSize(20);
    assertThat(results.stream().filter(r -> r == Stored.STORED)).hasSize(1);
    assertThat(results.stream().filter(r -> r == Stored.OVERTAKEN)).hasSize(19);
    assertThat(world.events(campaign.campaignId()))
        .containsExactly("campaign.created", "campaign.started");
  }

  @Test
  void hasAtMostFiveCampaignsInProgress() {
    List<Campaign> campaigns = IntStream.range(0, 6).mapToObj(i -> created()).toList();
    campaigns.subList(0, 5).forEach(c -> assertThat(start(c)).isEqualTo(Stored.STORED));

    assertThat(start(campaigns.get(5))).isEqualTo(Stored.TOO_MANY);

    Campaign first = found(campaigns.get(0));
    stores.campaigns().move(stores.moves().cancel(first, Tally.NONE, OLGA, "room"));
    assertThat(start(campaigns.get(5))).isEqualTo(Stored.STORED);
  }

  @Test
  void startsNothingOnRecalledFirmware() {
    Campaign campaign = created();
    world.firmware(FirmwareStatus.RECALLED);

    assertThat(start(campaign)).isEqualTo(Stored.FIRMWARE_GONE);
  }

  @Test
  void cancellingTellsEngineAndGate() {
    Campaign campaign = created();
    start(campaign);

    Move cancel = stores.moves().cancel(found(campaign), Tally.NONE, OLGA, "wrong file");
    assertThat(stores.campaigns().move(cancel)).isEqualTo(Stored.STORED);

    Engine engine = stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
    assertThat(engine.mandate()).isEqualTo(Mandate.WIND_UP);
    assertThat(engine.reason()).isEqualTo("wrong file");
    assertThat(engine.revision()).isEqualTo(2);
    assertThat(gate(campaign)).isEqualTo(CampaignGate.CANCELLED);
    assertThat(stores.campaigns().move(cancel)).isEqualTo(Stored.OVERTAKEN);
  }

  @Test
  void listsNewestFirstPageByPage() {
    List<String> ids = IntStream.range(0, 5).mapToObj(i -> created().campaignId()).toList();
    CampaignFilter all = new CampaignFilter(null, null, null);

    Listing first = stores.campaigns().list(ORGANIZATION, all, 3, null);
    Listing second = stores.campaigns().list(ORGANIZATION, all, 3, first.next());

    List<String> listed = new ArrayList<>();
    first.campaigns().forEach(c -> listed.add(c.campaignId()));
    second.campaigns().forEach(c -> listed.add(c.campaignId()));
    assertThat(listed).isEqualTo(ids.reversed());
    assertThat(second.next()).isNull();
    assertThat(stores.campaigns().list("other", all, 3, null).campaigns()).isEmpty();
    CampaignFilter running = new CampaignFilter(CampaignStatus.IN_PROGRESS, null, null);
    assertThat(stores.campaigns().list(ORGANIZATION, running, 3, null).campaigns()).isEmpty();
  }

  @Test
  void tellsWhatHappenedNewestFirst() {
    Campaign campaign = created();
    start(campaign);
    stores.campaigns().move(stores.moves().cancel(found(campaign), Tally.NONE, OLGA, "why not"));

    History first = stores.timelines().newestFirst(ORGANIZATION, campaign.campaignId(), 2, null);
    History rest =
        stores.timelines().newestFirst(ORGANIZATION, campaign.campaignId(), 2, first.next());

    assertThat(first.entries())
        .extracting(TimelineEntry::what)
        .containsExactly("cancelled", "started");
    assertThat(first.entries().getFirst().why()).isEqualTo("why not");
    assertThat(rest.entries()).extracting(TimelineEntry::what).containsExactly("created");
  }

  @Test
  void countsTheCampaignsByState() {
    StateCounts counts =
        new StateCounts(new Dynamo(database.client()), database.table("CampaignsTable"));
    Campaign campaign = created();
    Campaign other = created();
    start(campaign);
    assertThat(stores.campaigns().move(stores.moves().start(campaign, 1, OLGA)))
        .isEqualTo(Stored.OVERTAKEN);

    assertThat(counts.byStatus(ORGANIZATION))
        .isEqualTo(Map.of(CampaignStatus.CREATED, 1L, CampaignStatus.IN_PROGRESS, 1L));
    stores.campaigns().move(stores.moves().cancel(found(other), Tally.NONE, OLGA, "why not"));
    assertThat(counts.byStatus(ORGANIZATION))
        .isEqualTo(Map.of(CampaignStatus.CANCELLED, 1L, CampaignStatus.IN_PROGRESS, 1L));
    assertThat(counts.byStatus("other")).isEmpty();
  }

  @Test
  void startingCostsTheSameHoweverManyTargets() {
    assertThat(costOfStart(1_000)).isEqualTo(costOfStart(10)).isLessThanOrEqualTo(20);
  }

  private double costOfStart(int devices) {
    List<String> ids = IntStream.range(0, devices).mapToObj("d%04d"::formatted).toList();
    Campaign campaign = created(Examples.plan(new Targeting(devices, List.of(), null, false)), ids);
    database.consumed().reset();
    assertThat(start(campaign)).isEqualTo(Stored.STORED);
    return database.consumed().writeUnits();
  }

  @Test
  void findsNothingByWhatIsNoId() {
    for (String text : List.of("", "cmp_", "#", "x".repeat(2000), "cmp_" + "0".repeat(2000))) {
      assertThat(stores.campaigns().find(ORGANIZATION, text)).as(text).isEmpty();
    }
  }
}
