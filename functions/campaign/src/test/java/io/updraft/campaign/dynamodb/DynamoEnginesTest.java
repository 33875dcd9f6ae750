package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines.Holding;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Target;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoEnginesTest {
  private static final List<Target> TARGETS =
      IntStream.range(0, 45)
          .mapToObj(
              i ->
                  new Target(
                      "upd_%02d".formatted(i), "d%02d".formatted(i), i == 0 ? null : "1.0.0"))
          .toList();

  private final TestDatabase database;
  private CampaignStores stores;
  private Campaign campaign;

  DynamoEnginesTest(TestDatabase database) {
    this.database = database;
    stores = new DynamoWorld(database).stores();
    campaign = started();
  }

  @BeforeEach
  void anew() {
    DynamoWorld world = new DynamoWorld(database);
    world.devices(TARGETS.stream().map(Target::deviceId).toList());
    stores = world.stores();
    campaign = started();
  }

  private Campaign started() {
    Move creation =
        stores
            .moves()
            .create(
                DynamoWorld.forced(1, Examples.pace(100, 10, 50)), Examples.firmware(), 1, OLGA);
    stores.campaigns().create(creation, List.of("d00"), true);
    Move start = stores.moves().start(creation.after(), 1, OLGA);
    stores.campaigns().move(start);
    return start.after();
  }

  private Engine now() {
    return stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private Holding hold(Engine before, List<Target> targets) {
    Engine after =
        before.resolvedTo(
            new Place(0, "7"), false, targets.size(), Map.of(LeftOut.SAME_VERSION, 2L));
    return stores.engines().hold(before, after, campaign.rollout(), targets);
  }

  private List<Target> held(long from, int limit) {
    return stores.targets().held(ORGANIZATION, campaign.campaignId(), from, limit);
  }

  @Test
  void fillsUpAChunkBeforeItBeginsTheNext() {
    assertThat(hold(now(), TARGETS.subList(0, 20))).isEqualTo(Holding.HELD);
    assertThat(hold(now(), TARGETS.subList(20, 45))).isEqualTo(Holding.HELD);

    assertThat(held(0, 100)).isEqualTo(TARGETS);
    assertThat(held(25, 10)).isEqualTo(TARGETS.subList(25, 35));
    assertThat(held(45, 10)).isEmpty();
    assertThat(now().targets()).isEqualTo(45);
    assertThat(now().leftOut()).isEqualTo(Map.of(LeftOut.SAME_VERSION, 4L));
    assertThat(now().place()).isEqualTo(new Place(0, "7"));
  }

  @Test
  void aRepeatedStepChangesNothing() {
    Engine before = now();
    hold(before, TARGETS.subList(0, 20));

    assertThat(hold(before, TARGETS.subList(20, 40))).isEqualTo(Holding.OVERTAKEN);
    assertThat(stores.engines().save(before, before.releasedTo(1))).isFalse();
    assertThat(held(0, 100)).hasSize(20);
  }

  @Test
  void holdsNoneWhereOneIsTaken() {
    hold(now(), TARGETS.subList(0, 1));
    Target again = new Target("upd_other", "d00", null);

    assertThat(hold(now(), List.of(TARGETS.get(1), again))).isEqualTo(Holding.STALE);
    assertThat(held(0, 100)).hasSize(1);
  }

  @Test
  void aMoveIsNotOverwrittenByAStepThatBeganBefore() {
    Engine before = now();
    stores
        .campaigns()
        .move(stores.moves().cancel(campaign, stores.tallies().of(campaign), OLGA, "enough"));

    assertThat(hold(before, TARGETS.subList(0, 1))).isEqualTo(Holding.OVERTAKEN);
    assertThat(now().mandate()).isEqualTo(Mandate.WIND_UP);
  }

  @Test
  void closingRemovesTheGate() {
    Engine before = now();

    assertThat(
            stores
                .engines()
                .close(before, before.told(Mandate.DONE, null, Move.Nudge.NONE), FIRMWARE_ID))
        .isTrue();

    assertThat(now().mandate()).isEqualTo(Mandate.DONE);
    assertThat(
            stores
                .firmware()
                .clearances()
                .read(ORGANIZATION, FIRMWARE_ID)
                .orElseThrow()
                .campaigns())
        .isEmpty();
  }
}
