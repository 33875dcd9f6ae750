package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Stage;
import io.updraft.device.published.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A campaign of nothing but figures: what its strategy wants is done at once, and its devices act
 * by chance. Checks at each step what holds for every strategy.
 */
final class SimulatedCampaign {
  /** Where a target is. */
  enum State {
    WAITING,
    SCHEDULED,
    SILENT,
    AT_WORK,
    INSTALLED,
    RETRYING,
    COMPLETED,
    FAILED
  }

  private static final int MOST_TURNS = 200_000;

  private final SplittableRandom random;
  private final Pace pace;
  private final double failing;
  private final Strategy strategy;
  private final List<State> targets = new ArrayList<>();
  private final Map<State, Long> counts = new EnumMap<>(State.class);
  private final int total;
  private final List<Step.Enter> entered = new ArrayList<>();
  private int released;
  private Stage stage = Stage.START;
  private boolean promoted;
  private boolean switched;
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");

  /** Up to {@code total} targets, of which so large a share fails. */
  SimulatedCampaign(long seed, Pace pace, int total, double failing) {
    this.random = new SplittableRandom(seed);
    this.pace = pace;
    this.total = total;
    this.failing = failing;
    this.strategy = Strategy.of(pace);
  }

  /** Why the strategy failed it; empty where all targets have come to an end. */
  String play() {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Step step = strategy.next(figures(), stage, now);
      check(step);
      if (step instanceof Step.Fail fail) {
        return fail.reason();
      }
      if (ended()) {
        return "";
      }
      if (!done(step)) {
        time();
      }
      if (random.nextInt(3) == 0) {
        device();
      }
    }
    throw new AssertionError("never ended: " + stage + " " + figures());
  }

  private boolean ended() {
    Tally tally = tally();
    return targets.size() == total && tally.unfinished() == 0;
  }

  private boolean done(Step step) {
    switch (step) {
      case Step.Release release -> release(release.count());
      case Step.Enter enter -> {
        entered.add(enter);
        stage = enter.stage();
        promoted = false;
      }
      case Step.ReleaseSwitch _ -> {
        require(tally().installed() == total - ended(tally()), "switched too early " + tally());
        promoted = true;
        switched = true;
      }
      case Step.Fail _, Step.Wait _ -> {
        return false;
      }
    }
    return true;
  }

  private void release(long count) {
    for (int i = 0; i < count; i++) {
      require(targets.get(released) == State.WAITING, "released twice: " + released);
      put(released++, State.SCHEDULED);
    }
  }

  /** Targets are found, and time goes on. */
  private void time() {
    for (int more = random.nextInt(30); more >= 0 && targets.size() < total; more--) {
      targets.add(State.WAITING);
      counts.merge(State.WAITING, 1L, Long::sum);
    }
    now = now.plus(Duration.ofMinutes(random.nextInt(30)));
    device();
  }

  private void device() {
    if (targets.isEmpty()) {
      return;
    }
    int one = random.nextInt(targets.size());
    put(one, next(targets.get(one)));
  }

  private void put(int position, State state) {
    counts.merge(targets.set(position, state), -1L, Long::sum);
    counts.merge(state, 1L, Long::sum);
  }

  private State next(State state) {
    return switch (state) {
      case WAITING, COMPLETED, FAILED -> state;
      case SCHEDULED -> random.nextInt(10) == 0 ? State.SILENT : State.AT_WORK;
      case RETRYING -> State.SCHEDULED;
      case SILENT, AT_WORK -> {
        if (random.nextDouble() < failing) {
          boolean again = state == State.AT_WORK && random.nextInt(3) == 0;
          yield again ? State.RETRYING : State.FAILED;
        }
        yield holds() ? State.INSTALLED : State.COMPLETED;
      }
      case INSTALLED -> switched ? State.COMPLETED : state;
    };
  }

  private boolean holds() {
    return pace.strategy() == DeploymentStrategy.BLUE_GREEN && !switched;
  }

  private void check(Step step) {
    Figures figures = figures();
    require(figures.tally().occupied() <= pace.maxConcurrentUpdates(), "too many at once");
    if (step instanceof Step.Release release) {
      require(release.count() > 0 && release.count() <= figures.free(), "no room: " + release);
      require(released + release.count() <= targets.size(), "nobody there: " + release);
      require(
          !bounded() || released + release.count() <= stage.goal(),
          "beyond the stage: " + release + stage);
    }
    if (step instanceof Step.Enter enter && !promoted && bounded() && stage.number() > 0) {
      boolean watches = enter.stage().number() == stage.number();
      require(
          figures.tally().occupied() == 0 && (watches || released >= stage.goal()),
          "the stage before has not ended: " + enter + figures);
    }
  }

  private boolean bounded() {
    return pace.strategy() == DeploymentStrategy.STAGED
        || pace.strategy() == DeploymentStrategy.CANARY;
  }

  private Figures figures() {
    return new Figures(targets.size(), targets.size() == total, released, tally(), pace, promoted);
  }

  Tally tally() {
    long scheduled = count(State.SCHEDULED) + count(State.SILENT);
    long occupied = count(State.SCHEDULED) + count(State.AT_WORK) + count(State.RETRYING);
    return new Tally(
        targets.size(),
        count(State.WAITING) + scheduled,
        count(State.AT_WORK) + count(State.INSTALLED),
        count(State.COMPLETED),
        count(State.FAILED) + count(State.RETRYING),
        0,
        occupied,
        0,
        scheduled,
        count(State.INSTALLED),
        count(State.RETRYING));
  }

  private static long ended(Tally tally) {
    return tally.completed() + tally.failed() - tally.retrying();
  }

  private long count(State state) {
    return counts.getOrDefault(state, 0L);
  }

  /** Targets that were ever released. */
  int released() {
    return released;
  }

  boolean switched() {
    return switched;
  }

  List<Step.Enter> entered() {
    return List.copyOf(entered);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
