package io.updraft.campaign.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Stage;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Tally;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {
  private static final int RUNS = 200;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static Pace pace(SplittableRandom random, DeploymentStrategy strategy) {
    return new Pace(
        strategy,
        100,
        1 + random.nextInt(40),
        1 + random.nextInt(50),
        new Canary(1 + random.nextInt(100), random.nextInt(120), 1 + random.nextInt(100)),
        random.nextBoolean() ? nights() : null,
        Discretion.NONE);
  }

  private static MaintenanceWindow nights() {
    return new MaintenanceWindow(
        EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
  }

  private static Tally tally(long total, long scheduled, long completed, long failed) {
    return new Tally(
        total, total - completed - failed, 0, completed, failed, 0, scheduled, 0, scheduled, 0, 0);
  }

  private static Figures figures(Pace pace, long released, Tally tally, boolean promoted) {
    return new Figures(tally.total(), true, released, tally, pace, promoted);
  }

  @ParameterizedTest
  @EnumSource
  void releasesEveryTargetOnceAndEnds(DeploymentStrategy name) {
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SimulatedCampaign campaign =
          new SimulatedCampaign(seed, pace(random, name), random.nextInt(120), 0);
      String failure = campaign.play();
      assertThat(failure).as("seed %d", seed).isEmpty();
      assertThat((long) campaign.released()).isEqualTo(campaign.tally().completed());
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsWhateverFails(DeploymentStrategy name) {
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Pace pace = pace(random, name);
      // Where nothing is known of a canary an operator decides, and here is none: some completes.
      SimulatedCampaign campaign =
          new SimulatedCampaign(seed, pace, random.nextInt(120), random.nextDouble() * 0.9);
      String failure = campaign.play();
      assertThat(failure.isEmpty() || name == DeploymentStrategy.CANARY).as(failure).isTrue();
    }
  }

  @Test
  void aCanaryOfBadFirmwareGetsNoFurtherThanItsGroup() {
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Pace pace = pace(random, DeploymentStrategy.CANARY);
      int total = 1 + random.nextInt(200);
      SimulatedCampaign campaign = new SimulatedCampaign(seed, pace, total, 1);

      assertThat(campaign.play()).as("seed %d", seed).contains("canary devices failed");

      assertThat(campaign.released())
          .isLessThanOrEqualTo(Math.ceilDiv(total * pace.canary().percentage(), 100));
    }
  }

  @Test
  void aCanaryIsWatchedAndThenGoesByQuarters() {
    Pace pace = Examples.by(DeploymentStrategy.CANARY, Examples.pace(100, 100, 50), null);
    SimulatedCampaign campaign = new SimulatedCampaign(1, pace, 100, 0);

    campaign.play();

    assertThat(campaign.entered())
        .extracting(e -> e.stage().number())
        .containsExactly(1, 1, 2, 3, 4);
    assertThat(campaign.entered().stream().limit(4).map(e -> e.stage().goal()))
        .containsExactly(5L, 5L, 25L, 50L);
    assertThat(campaign.entered().get(1).stage().until()).isNotNull();
  }

  @Test
  void aCanaryWaitsForTheEndOfItsWatch() {
    Pace pace = Examples.by(DeploymentStrategy.CANARY, Examples.pace(100, 100, 50), null);
    Stage watched = new Stage(1, 5, NOON);
    Figures figures = figures(pace, 5, tally(100, 0, 5, 0), false);
    Strategy strategy = Strategy.of(pace);

    Step before = strategy.next(figures, watched, NOON.minusMillis(1));
    Step after = strategy.next(figures, watched, NOON);

    assertThat(before).isInstanceOf(Step.Wait.class);
    assertThat(((Step.Wait) before).until()).isEqualTo(NOON);
    assertThat(after).isInstanceOf(Step.Enter.class);
  }

  @Test
  void aCanaryWithoutTargetsWaitsForSome() {
    Pace pace = Examples.by(DeploymentStrategy.CANARY, Examples.pace(100, 100, 50), null);

    Step step =
        Strategy.of(pace).next(figures(pace, 0, tally(0, 0, 0, 0), false), Stage.START, NOON);

    assertThat(step).as("a group of none would be watched for ever").isInstanceOf(Step.Wait.class);
  }

  @Test
  void whoHasInstalledAndSwitchesIsNotCalledSilent() {
    Pace pace = Examples.by(DeploymentStrategy.BLUE_GREEN, Examples.pace(100, 10, 50), null);
    Tally switching = new Tally(4, 1, 2, 1, 0, 0, 0, 0, 1, 2, 0);

    Step step =
        Strategy.of(pace)
            .next(figures(pace, 4, switching, false), new Stage(1, Long.MAX_VALUE, null), NOON);

    assertThat(((Step.Wait) step).sentence())
        .isEqualTo("3 updates released to devices to end; 1 of them not heard of for the timeout");
  }

  @Test
  void aPromotedStageIsLeftAtOnce() {
    for (DeploymentStrategy name :
        EnumSet.of(DeploymentStrategy.STAGED, DeploymentStrategy.CANARY)) {
      Pace pace = Examples.by(name, Examples.pace(100, 10, 50), null);
      Step step =
          Strategy.of(pace)
              .next(figures(pace, 5, tally(100, 5, 0, 0), true), new Stage(1, 5, null), NOON);

      assertThat(step).as("%s", name).isInstanceOf(Step.Enter.class);
      assertThat(((Step.Enter) step).stage().number()).isEqualTo(2);
    }
  }

  @Test
  void blueGreenSwitchesWhenAllHaveInstalledOrAUserWantsIt() {
    Pace pace = Examples.by(DeploymentStrategy.BLUE_GREEN, Examples.pace(100, 10, 50), null);
    Tally one = new Tally(2, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0);
    Tally all = new Tally(2, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0);
    Strategy strategy = Strategy.of(pace);

    assertThat(strategy.next(figures(pace, 2, one, false), Stage.START, NOON))
        .isInstanceOf(Step.Wait.class);
    assertThat(strategy.next(figures(pace, 2, all, false), Stage.START, NOON))
        .isInstanceOf(Step.ReleaseSwitch.class);
    assertThat(strategy.next(figures(pace, 2, one, true), Stage.START, NOON))
        .isInstanceOf(Step.Enter.class);
  }

  @Test
  void reachesForNoDeviceOutsideTheWindow() {
    Pace pace = Examples.by(DeploymentStrategy.IMMEDIATE, Examples.pace(100, 10, 50), nights());
    Figures figures = figures(pace, 0, tally(5, 0, 0, 0), false);
    Instant opens = Instant.parse("2026-11-24T22:00:00Z");
    Strategy strategy = Strategy.of(pace);

    assertThat(strategy.next(figures, Stage.START, NOON))
        .isEqualTo(
            new Step.Wait("its maintenance window, which opens 2026-11-24T22:00:00Z", opens));
    assertThat(strategy.next(figures, Stage.START, opens)).isEqualTo(new Step.Release(5));
  }

  @Test
  void lowersItsPaceWithoutGoingBack() {
    Pace pace = Examples.pace(100, 2, 50);

    Step step =
        Strategy.of(pace).next(figures(pace, 5, tally(9, 5, 0, 0), false), Stage.START, NOON);

    assertThat(step).isInstanceOf(Step.Wait.class);
  }
}
