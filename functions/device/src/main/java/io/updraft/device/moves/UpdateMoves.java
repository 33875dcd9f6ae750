package io.updraft.device.moves;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out one move of one update, whoever else is moving it at the same time. */
public final class UpdateMoves {
  /** As often a move is decided anew on what somebody else has made of the update meanwhile. */
  private static final int MOST_ATTEMPTS = 8;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Updates updates;

  public UpdateMoves(Updates updates) {
    this.updates = updates;
  }

  /**
   * Reads the update, applies the move and writes it; a move that gives the same update back writes
   * nothing.
   *
   * @return the update as it is now, or empty where there is none
   */
  public Optional<Update> apply(
      String organization, String updateId, Origin origin, UnaryOperator<Update> move) {
    return updates.find(organization, updateId).map(found -> applyTo(found, origin, null, move));
  }

  /**
   * The same for an update that was read already.
   *
   * @param installedVersion what the device says that it runs now, or null
   */
  public Update applyTo(
      Update found, Origin origin, @Nullable String installedVersion, UnaryOperator<Update> move) {
    Update before = found;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Update after = move.apply(before);
      if (after.equals(before)
          || updates.move(before, after, origin, installedVersion) == Updates.Stored.MOVED) {
        return after;
      }
      before = again(before);
    }
    throw busy();
  }

  /** Nothing is wrong with the move: it only never came first. */
  public static DependencyUnavailable busy() {
    return new DependencyUnavailable("An update that others keep changing", COME_BACK, null);
  }

  private Update again(Update stale) {
    return updates
        .find(stale.assignment().organization(), stale.id())
        .orElseThrow(() -> new IllegalStateException(stale.id() + " is gone"));
  }
}
