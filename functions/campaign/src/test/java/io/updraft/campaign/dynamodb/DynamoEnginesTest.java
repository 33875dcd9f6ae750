package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines.Holding;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.RollbackPass;
import io.updraft.campaign.domain.Stage;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Walk;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Target;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
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
            new Place(0, "7"),
            before.walk().on(9),
            targets.size(),
            Map.of(LeftOut.SAME_VERSION, 2L));
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
  void keepsAllThatAnEngineKnows() {
    Instant now = Instant.parse("2026-11-24T08:00:00.123Z");
    Engine before = now();
    Walk walk = before.walk().again().on(5).endedAt(now);
    Engine after =
        before
            .resolvedTo(new Place(1, null), walk, 0, Map.of())
            .rolledBackTo(new RollbackPass(1, 2, true))
            .enter(new Stage(3, 4, now))
            .dueAt(now);

    assertThat(stores.engines().save(before, after)).isTrue();

    assertThat(now()).isEqualTo(after);
  }

  @Test
  void entersAStageWithItsLineInTheTimeline() {
    Instant now = Instant.parse("2026-11-24T08:00:00Z");
    Engine before = now();
    Engine after = before.enter(new Stage(1, 5, null));
    TimelineEntry line = TimelineEntry.stage(before, now, "the first group");

    assertThat(stores.engines().enter(before, after, line)).isTrue();
    assertThat(stores.engines().enter(before, after, line)).isFalse();

    assertThat(
            stores.timelines().newestFirst(ORGANIZATION, campaign.campaignId(), 10, null).entries())
        .startsWith(line)
        .extracting(TimelineEntry::what)
        .containsExactly("stage", "started", "created");
  }

  @Test
  void aMoveByAnEngineThatHasGoneOnIsNotMade() {
    Engine seen = now();
    Move move = stores.moves().complete(campaign, stores.tallies().of(campaign), null);
    stores.engines().save(seen, seen.releasedTo(0));

    assertThat(stores.campaigns().move(move, seen)).isEqualTo(Stored.OVERTAKEN);
    assertThat(stores.campaigns().move(move, now())).isEqualTo(Stored.STORED);
    assertThat(now().mandate()).isEqualTo(Mandate.DONE);
  }

  @Test
  void aMoveTellsAnEngineInItsItemWhatItTellsInMemory() {
    Instant due = Instant.parse("2026-11-24T09:00:00Z");
    for (Move.Nudge nudge : Move.Nudge.values()) {
      Engine before = now();
      Engine far =
          before
              .resolvedTo(new Place(0, "x"), before.walk().on(3).endedAt(due), 0, Map.of())
              .carriedTo(3)
              .rolledBackTo(new RollbackPass(1, 2, true))
              .dueAt(due);
      assertThat(stores.engines().save(before, far)).isTrue();
      Campaign present = stores.campaigns().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
      Move promoted = stores.moves().promote(present, stores.tallies().of(present), OLGA, "go");
      Move move = new Move(present, promoted.after(), promoted.happenings(), nudge);

      assertThat(stores.campaigns().move(move)).isEqualTo(Stored.STORED);

      Engine told = far.told(Mandate.RUN, null, nudge);
      assertThat(now()).as("%s", nudge).isEqualTo(withRevision(told, now().revision()));
      assertThat(now().revision()).isEqualTo(far.revision() + 1);
    }
  }

  private static Engine withRevision(Engine e, long revision) {
    return new Engine(
        e.organization(),
        e.campaignId(),
        e.mandate(),
        e.reason(),
        e.place(),
        e.resolved(),
        e.targets(),
        e.leftOut(),
        e.released(),
        e.carried(),
        e.rollback(),
        e.stage(),
        e.promoted(),
        e.walk(),
        e.due(),
        revision);
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
