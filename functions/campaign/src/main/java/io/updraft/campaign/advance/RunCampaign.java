package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.strategy.Figures;
import io.updraft.campaign.strategy.Step;
import io.updraft.campaign.strategy.Strategy;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a campaign that is in progress: judge it, do what its strategy wants, and find
 * more targets where the strategy waits.
 */
final class RunCampaign {
  private final Engines engines;
  private final CampaignUpdates updates;
  private final Clock clock;
  private final JudgeCampaign judging;
  private final ResolveTargets resolving;
  private final ReleaseUpdates releasing;
  private final ArmSwitched arming;

  RunCampaign(
      Engines engines,
      CampaignUpdates updates,
      Clock clock,
      JudgeCampaign judging,
      ResolveTargets resolving,
      ReleaseUpdates releasing,
      ArmSwitched arming) {
    this.engines = engines;
    this.updates = updates;
    this.clock = clock;
    this.judging = judging;
    this.resolving = resolving;
    this.releasing = releasing;
    this.arming = arming;
  }

  /**
   * The engine after the step, where there may be more to do at once. The campaign was read after
   * the engine; where it has moved on, that move wakes us again.
   */
  Optional<Engine> step(Campaign campaign, Engine engine) {
    if (campaign.status() != CampaignStatus.IN_PROGRESS) {
      return Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Tally tally = updates.tally(campaign.organization(), campaign.campaignId());
    Step wanted =
        Strategy.of(campaign.plan().pace())
            .next(Figures.of(campaign, engine, tally), engine.stage(), now);
    if (over(campaign, engine, tally, wanted, now)) {
      return Optional.empty();
    }
    return arming.wanted(campaign.rollout(), engine)
        ? arming.step(campaign, engine)
        : done(campaign, engine, tally, wanted, now);
  }

  /** A firmware that the strategy finds bad is not completed because nobody has it any more. */
  private boolean over(Campaign campaign, Engine engine, Tally tally, Step wanted, Instant now) {
    if (judging.failed(campaign, engine, tally)) {
      return true;
    }
    if (wanted instanceof Step.Fail fail) {
      judging.end(campaign, engine, tally, fail.reason());
      return true;
    }
    return judging.ended(campaign, engine, tally, now);
  }

  private Optional<Engine> done(
      Campaign campaign, Engine engine, Tally tally, Step wanted, Instant now) {
    return switch (wanted) {
      case Step.Release release -> releasing.step(campaign, engine, release.count());
      case Step.Enter enter -> entered(engine, enter, now);
      case Step.ReleaseSwitch release -> {
        judging.releaseSwitch(campaign, engine, tally, release.why());
        yield Optional.empty();
      }
      case Step.Fail _ -> Optional.empty();
      case Step.Wait wait -> meanwhile(campaign, engine, wait, now);
    };
  }

  private Optional<Engine> entered(Engine engine, Step.Enter enter, Instant now) {
    Engine after = engine.enter(enter.stage());
    TimelineEntry line = TimelineEntry.stage(engine, now, enter.why());
    return engines.enter(engine, after, line) ? Optional.of(after) : Optional.empty();
  }

  private Optional<Engine> meanwhile(
      Campaign campaign, Engine engine, Step.Wait wait, Instant now) {
    if (!engine.resolved()) {
      return resolving.step(campaign, engine, now);
    }
    Instant walk = campaign.plan().targeting().dynamic() ? engine.walk().next() : null;
    if (walk != null && !now.isBefore(walk)) {
      Engine after = engine.walkAgain();
      return engines.save(engine, after) ? Optional.of(after) : Optional.empty();
    }
    Instant end = campaign.plan().schedule().end();
    Alarm.set(engines, engine, earliest(wait.until(), walk, end));
    return Optional.empty();
  }

  private static @Nullable Instant earliest(@Nullable Instant... times) {
    return Stream.of(times).flatMap(Stream::ofNullable).min(Instant::compareTo).orElse(null);
  }
}
