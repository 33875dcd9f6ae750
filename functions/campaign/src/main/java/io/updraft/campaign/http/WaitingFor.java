package io.updraft.campaign.http;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.strategy.Figures;
import io.updraft.campaign.strategy.Step;
import io.updraft.campaign.strategy.Strategy;
import io.updraft.device.published.Tally;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign waits for, in a sentence for operators: while it runs, by the same strategy that
 * drives it.
 *
 * @param tally of its updates
 * @param back of its rollbacks
 */
record WaitingFor(
    Campaign campaign, @Nullable Engine engine, Tally tally, Tally back, Instant now) {
  /** Null where it waits for nothing. */
  @Nullable String sentence() {
    return switch (campaign.status()) {
      case CREATED ->
          campaign.awaitsApproval()
              ? "a second user to approve it, and an operator to start it"
              : "an operator to start it";
      case SCHEDULED -> scheduled();
      case IN_PROGRESS -> engine == null ? null : running(engine);
      case PAUSED -> paused();
      case ROLLBACK -> engine == null ? null : rollingBack(engine);
      case CANCELLED, FAILED -> windingUp();
      case COMPLETED, REJECTED, ROLLED_BACK -> null;
    };
  }

  private String scheduled() {
    Instant start = campaign.plan().schedule().start();
    boolean due = campaign.plan().schedule().due(now);
    if (campaign.awaitsApproval()) {
      return due
          ? "a second user to approve it; it starts as soon as that is done"
          : "a second user to approve it before its scheduled start, " + start;
    }
    String hindrance = due ? campaign.statusReason() : null;
    return Objects.requireNonNullElse(hindrance, "its scheduled start, " + start);
  }

  private String paused() {
    String reason = Objects.requireNonNullElse(campaign.statusReason(), "no reason given");
    return campaign.recalled()
        ? "an operator to cancel it or to roll it back: " + reason
        : "an operator to resume it; paused by %s: %s".formatted(campaign.updatedBy(), reason);
  }

  private @Nullable String running(Engine engine) {
    if (engine.resolved() && tally.unfinished() == 0) {
      return campaign.plan().targeting().dynamic() ? newcomers() : null;
    }
    Step step =
        Strategy.of(campaign.plan().pace())
            .next(Figures.of(campaign, engine, tally), engine.stage(), now);
    return switch (step) {
      case Step.Release release -> updates(release.count()) + " to be released";
      case Step.Enter enter -> "its next stage: " + enter.why();
      case Step.ReleaseSwitch release -> "the switch to be released: " + release.why();
      case Step.Fail fail -> "its end: " + fail.reason();
      case Step.Wait wait -> wait.sentence();
    };
  }

  private String newcomers() {
    Instant end = campaign.plan().schedule().end();
    return "devices that come to match, until "
        + (end == null ? "an operator makes it stop looking for them (dynamic)" : end);
  }

  private String rollingBack(Engine engine) {
    String cancelled =
        tally.unfinished() > 0
            ? "; %s still to be cancelled, devices are told at their next poll"
                .formatted(updates(tally.unfinished()))
            : "";
    String failed = back.failed() > 0 ? "; %d could not".formatted(back.failed()) : "";
    String looking =
        engine.rollback().position() < engine.targets()
            ? "; %d of %d targets looked at"
                .formatted(engine.rollback().position(), engine.targets())
            : "";
    return "%d of %d devices are back%s%s%s"
        .formatted(back.completed(), toGoBack(), failed, cancelled, looking);
  }

  /** Those that have completed have begun to go back, or are to; more can come while some run. */
  private long toGoBack() {
    return Math.max(back.total(), tally.completed());
  }

  private @Nullable String windingUp() {
    return tally.unfinished() == 0
        ? null
        : updates(tally.unfinished()) + " to be cancelled; devices are told at their next poll";
  }

  private static String updates(long number) {
    return number == 1 ? "1 update" : number + " updates";
  }
}
