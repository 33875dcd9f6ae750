package io.updraft.campaign.http;

import static io.updraft.campaign.memory.Examples.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.RandomIds;
import io.updraft.campaign.domain.RollbackPass;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.domain.Stage;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingForTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

  private final Moves moves = new Moves(MutableClock.at(NOW), new RandomIds());

  private static CampaignPlan plan(Schedule schedule, boolean dynamic) {
    CampaignPlan plan = Examples.plan(new Targeting(40, List.of(), null, dynamic));
    return Examples.with(plan, plan.pace(), schedule);
  }

  private Campaign created(CampaignPlan plan) {
    return moves.create(plan, Examples.firmware(), 40, OLGA).after();
  }

  private Campaign started(CampaignPlan plan) {
    return moves.start(created(plan), 40, OLGA).after();
  }

  /** An engine with 40 targets, all of them released. */
  private static Engine engine(Campaign campaign) {
    Engine begun = Engine.begin(campaign.organization(), campaign.campaignId());
    return begun
        .resolvedTo(new Place(1, null), begun.walk().endedAt(NOW), 40, Map.of())
        .releasedTo(40);
  }

  private static Tally tally(long scheduled, long completed, long failed) {
    long total = scheduled + completed + failed;
    return new Tally(total, scheduled, 0, completed, failed, 0, scheduled, 0, scheduled, 0, 0);
  }

  private static @Nullable String sentence(Campaign campaign, Tally tally, Instant now) {
    return new WaitingFor(campaign, engine(campaign), tally, Tally.NONE, now).sentence();
  }

  @Test
  void tellsWhoIsToStartIt() {
    CampaignPlan plan = plan(Schedule.NONE, false);

    assertThat(sentence(created(plan), Tally.NONE, NOW)).isEqualTo("an operator to start it");
    assertThat(sentence(created(Examples.approved(plan, true)), Tally.NONE, NOW))
        .isEqualTo("a second user to approve it, and an operator to start it");
  }

  @Test
  void tellsWhatAScheduledStartWaitsFor() {
    CampaignPlan plan = plan(new Schedule(TEN, null), false);
    Campaign campaign = created(plan);
    Campaign hindered = moves.hindered(campaign, "its firmware").after();

    assertThat(sentence(campaign, Tally.NONE, NOW))
        .isEqualTo("its scheduled start, 2026-11-24T10:00:00Z");
    assertThat(sentence(hindered, Tally.NONE, NOW)).contains("scheduled start");
    assertThat(sentence(hindered, Tally.NONE, TEN)).isEqualTo("its firmware");
    assertThat(sentence(created(Examples.approved(plan, true)), Tally.NONE, TEN))
        .isEqualTo("a second user to approve it; it starts as soon as that is done");
  }

  @Test
  void tellsWhatItsStrategyWaitsFor() {
    CampaignPlan plan = plan(Schedule.NONE, false);
    Campaign canary =
        started(
            Examples.with(
                plan, Examples.by(DeploymentStrategy.CANARY, plan.pace(), null), Schedule.NONE));
    Engine watched = engine(canary).enter(new Stage(1, 40, TEN));

    assertThat(
            new WaitingFor(canary, watched, tally(0, 39, 0).plus(pending(1)), Tally.NONE, NOW)
                .sentence())
        .isEqualTo("40 canary devices are watched; the watch ends 2026-11-24T10:00:00Z");
    assertThat(sentence(started(plan), tally(3, 37, 0), NOW))
        .isEqualTo("3 updates released to devices to end");
    assertThat(sentence(started(plan), tally(0, 40, 0), NOW)).isNull();
  }

  private static Tally pending(long created) {
    return new Tally(created, created, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void tellsForWhomADynamicCampaignWaits() {
    assertThat(sentence(started(plan(new Schedule(null, TEN), true)), tally(0, 40, 0), NOW))
        .isEqualTo("devices that come to match, until 2026-11-24T10:00:00Z");
  }

  @Test
  void tellsWhoHasPausedItAndWhy() {
    Campaign running = started(plan(Schedule.NONE, false));

    assertThat(sentence(moves.pause(running, Tally.NONE, OLGA, "lunch").after(), Tally.NONE, NOW))
        .isEqualTo("an operator to resume it; paused by olga: lunch");
    assertThat(
            sentence(
                moves.recall(running, Tally.NONE, "the firmware was recalled").after(),
                Tally.NONE,
                NOW))
        .isEqualTo("an operator to cancel it or to roll it back: the firmware was recalled");
  }

  @Test
  void tellsHowFarARollbackIs() {
    Move rollback =
        moves.rollBack(
            started(plan(Schedule.NONE, false)), RollbackTrigger.MANUAL, Tally.NONE, OLGA, "bad");
    Campaign campaign = rollback.after();
    Engine engine =
        engine(campaign)
            .told(Mandate.ROLL_BACK, "bad", Move.Nudge.NONE)
            .rolledBackTo(new RollbackPass(0, 20, true));
    Tally back = new Tally(14, 0, 1, 12, 1, 0, 1, 0, 0, 0, 0);

    assertThat(new WaitingFor(campaign, engine, tally(2, 38, 0), back, NOW).sentence())
        .isEqualTo(
            "12 of 38 devices are back; 1 could not; 2 updates still to be cancelled, devices are"
                + " told at their next poll; 20 of 40 targets looked at");
  }

  @Test
  void tellsWhatACancellationHasNotReached() {
    Campaign cancelled =
        moves.cancel(started(plan(Schedule.NONE, false)), Tally.NONE, OLGA, "enough").after();

    assertThat(sentence(cancelled, tally(1, 39, 0), NOW.plus(Duration.ofDays(1))))
        .isEqualTo("1 update to be cancelled; devices are told at their next poll");
    assertThat(sentence(cancelled, tally(0, 40, 0), NOW)).isNull();
  }
}
