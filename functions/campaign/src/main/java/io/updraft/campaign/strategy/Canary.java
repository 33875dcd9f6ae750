package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A first group, which is watched for a time after its last update has ended; then a quarter, half
 * and all of the targets, each after the one before has ended. Stage 1 is the first group; silent
 * devices hold up that one, and none of the later.
 */
record Canary() implements Strategy {
  private static final int GROUP = 1;
  private static final int QUARTER = 2;
  private static final int HALF = 3;
  private static final int ALL = 4;

  @Override
  public Step next(Figures figures, Stage stage, Instant now) {
    if (stage.number() == 0) {
      return begin(figures);
    }
    return stage.number() == GROUP ? group(figures, stage, now) : later(figures, stage);
  }

  /** A share of what is not yet known can't be taken. */
  private static Step begin(Figures figures) {
    if (!figures.resolved() || figures.targets() == 0) {
      return Slots.forTheLast(figures);
    }
    long goal = figures.share(figures.pace().canary().percentage());
    return new Step.Enter(new Stage(GROUP, goal, null), "the canary group has its update");
  }

  private static Step group(Figures figures, Stage stage, Instant now) {
    long failed = figures.tally().failed();
    boolean bad = ended(figures, stage) && judgedBad(figures);
    if (tooMany(figures, failed, stage.goal()) || bad) {
      return new Step.Fail(
          "%d of %d canary devices failed, which reaches the limit of %d %% (canary_failure_percent)"
              .formatted(failed, stage.goal(), figures.pace().canary().failurePercent()));
    }
    if (figures.promoted()) {
      return enter(QUARTER, figures, stage);
    }
    if (Slots.wanted(figures, stage.goal())) {
      return Slots.fill(figures, stage.goal());
    }
    return ended(figures, stage) ? watch(figures, stage, now) : groupToEnd(figures, stage);
  }

  private static boolean ended(Figures figures, Stage stage) {
    return !Slots.wanted(figures, stage.goal()) && figures.active() == 0;
  }

  private static boolean judgedBad(Figures figures) {
    long failed = figures.tally().failed();
    return tooMany(figures, failed, failed + figures.tally().completed());
  }

  private static boolean tooMany(Figures figures, long failed, long of) {
    return failed > 0 && failed * 100 >= figures.pace().canary().failurePercent() * of;
  }

  private static Step watch(Figures figures, Stage stage, Instant now) {
    Instant until = stage.until();
    if (figures.tally().completed() == 0) {
      return Step.Wait.on(
          "an operator: no canary device has completed, so that nothing is known; promote or cancel");
    }
    if (until == null) {
      Duration time = Duration.ofMinutes(figures.pace().canary().monitorMinutes());
      return new Step.Enter(
          new Stage(GROUP, stage.goal(), now.plus(time).truncatedTo(ChronoUnit.MILLIS)),
          "the canary group has ended and is watched");
    }
    return now.isBefore(until)
        ? new Step.Wait(
            "%d canary devices are watched; the watch ends %s".formatted(stage.goal(), until),
            until)
        : enter(QUARTER, figures, stage);
  }

  private static Step groupToEnd(Figures figures, Stage stage) {
    return Step.Wait.on(
        "%d of %d canary devices still to end".formatted(figures.active(), stage.goal()));
  }

  private static Step later(Figures figures, Stage stage) {
    if (figures.promoted() && stage.number() < ALL) {
      return enter(stage.number() + 1, figures, stage);
    }
    if (Slots.wanted(figures, stage.goal())) {
      return Slots.fill(figures, stage.goal());
    }
    boolean more = stage.number() < ALL && (figures.unreleased() > 0 || !figures.resolved());
    if (!more) {
      return Slots.forTheLast(figures);
    }
    return figures.tally().occupied() == 0 && figures.resolved()
        ? enter(stage.number() + 1, figures, stage)
        : Step.Wait.on(
            "%s of the stage up to %d %% still under way"
                .formatted(Slots.updates(figures.active()), percent(stage.number())));
  }

  /** Never back before what a step under way may be releasing still. */
  private static Step enter(int number, Figures figures, Stage before) {
    long goal = number == ALL ? Long.MAX_VALUE : figures.share(percent(number));
    return new Step.Enter(
        new Stage(number, Math.max(goal, before.goal()), null),
        "up to %d %% of the targets have their update".formatted(percent(number)));
  }

  private static int percent(int number) {
    return switch (number) {
      case QUARTER -> 25;
      case HALF -> 50;
      default -> 100;
    };
  }
}
