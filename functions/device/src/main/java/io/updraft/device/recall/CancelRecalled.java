package io.updraft.device.recall;

import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Cancels the unfinished updates outside campaigns to one firmware; what is done stays done. */
final class CancelRecalled {
  private static final String REASON = "the firmware was recalled";

  private final UpdateIndex index;
  private final UpdateMoves moves;
  private final Clock clock;

  CancelRecalled(UpdateIndex index, Updates updates, Clock clock) {
    this.index = index;
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  void cancelAll(String organization, String firmwareId) {
    String after = null;
    do {
      after = cancelPage(organization, firmwareId, after);
    } while (after != null);
  }

  private @Nullable String cancelPage(
      String organization, String firmwareId, @Nullable String after) {
    UpdateIndex.Page page = index.unfinishedSingles(organization, firmwareId, after);
    page.updates().forEach(this::cancel);
    return page.next();
  }

  private void cancel(UpdateRef ref) {
    moves.apply(
        ref.organization(),
        ref.updateId(),
        Origin.of(ref.organization()),
        u -> u.settled() || u.cancelling() ? u : u.cancelled(REASON, clock.instant()));
  }
}
