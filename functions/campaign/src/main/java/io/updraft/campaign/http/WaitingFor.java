package io.updraft.campaign.http;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.Tally;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a campaign waits for, in a sentence for operators. */
final class WaitingFor {
  private WaitingFor() {}

  /** Null where it waits for nothing. */
  static @Nullable String of(Campaign campaign, @Nullable Engine engine, Tally tally) {
    return switch (campaign.status()) {
      case CREATED -> "an operator to start it";
      case SCHEDULED -> "its scheduled start";
      case IN_PROGRESS -> engine == null ? null : running(campaign, engine, tally);
      case PAUSED ->
          "an operator: " + Objects.requireNonNullElse(campaign.statusReason(), "paused");
      case ROLLBACK -> updates(tally.unfinished()) + " to be rolled back";
      case CANCELLED, FAILED -> windingUp(tally);
      case COMPLETED, REJECTED, ROLLED_BACK -> null;
    };
  }

  private static String running(Campaign campaign, Engine engine, Tally tally) {
    String released = updates(tally.occupied()) + " released to devices to end";
    String slots =
        tally.occupied() >= campaign.plan().pace().maxConcurrentUpdates()
            ? "; no more go out at once (max_concurrent_updates)"
            : "";
    String resolving =
        engine.resolved() ? "" : "; targets are being resolved, %d so far".formatted(tally.total());
    long silent = tally.unfinished() - tally.occupied() - (engine.targets() - engine.released());
    String unheard =
        silent > 0 ? "; %d released and not heard of for the timeout".formatted(silent) : "";
    return released + slots + resolving + unheard;
  }

  private static @Nullable String windingUp(Tally tally) {
    return tally.unfinished() == 0
        ? null
        : updates(tally.unfinished()) + " to be cancelled; devices are told at their next poll";
  }

  private static String updates(long number) {
    return number == 1 ? "1 update" : number + " updates";
  }
}
