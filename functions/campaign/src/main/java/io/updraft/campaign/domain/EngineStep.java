package io.updraft.campaign.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the engine after a step; what is not named stays as it was. */
final class EngineStep {
  private final Engine before;
  private Mandate mandate;
  private @Nullable String reason;
  private Place place;
  private boolean resolved;
  private long targets;
  private Map<LeftOut, Long> leftOut;
  private long released;
  private long carried;
  private RollbackPass rollback;
  private Stage stage;
  private boolean promoted;
  private Walk walk;
  private @Nullable Instant due;

  EngineStep(Engine before) {
    this.before = before;
    mandate = before.mandate();
    reason = before.reason();
    place = before.place();
    resolved = before.resolved();
    targets = before.targets();
    leftOut = before.leftOut();
    released = before.released();
    carried = before.carried();
    rollback = before.rollback();
    stage = before.stage();
    promoted = before.promoted();
    walk = before.walk();
    due = before.due();
  }

  /** What is carried to targets is carried to all of them, and by when is for a step to say. */
  EngineStep mandate(Mandate next, @Nullable String why) {
    mandate = next;
    reason = why;
    carried = 0;
    rollback = RollbackPass.START;
    due = null;
    return this;
  }

  EngineStep resolved(Place next, Walk walked, int more, Map<LeftOut, Long> allLeftOut) {
    place = next;
    walk = walked;
    resolved = walked.ended() != null;
    targets += more;
    leftOut = allLeftOut;
    return this;
  }

  EngineStep walkAgain() {
    place = Place.START;
    resolved = false;
    leftOut = Map.of();
    walk = walk.again();
    return this;
  }

  EngineStep released(long position) {
    released = position;
    return this;
  }

  EngineStep carried(long position) {
    carried = position;
    return this;
  }

  EngineStep rollback(RollbackPass next) {
    rollback = next;
    return this;
  }

  EngineStep due(@Nullable Instant next) {
    due = next;
    return this;
  }

  EngineStep stage(Stage next) {
    stage = next;
    promoted = false;
    return this;
  }

  EngineStep promoted() {
    promoted = true;
    return this;
  }

  Engine done() {
    return new Engine(
        before.organization(),
        before.campaignId(),
        mandate,
        reason,
        place,
        resolved,
        targets,
        leftOut,
        released,
        carried,
        rollback,
        stage,
        promoted,
        walk,
        due,
        before.revision() + 1);
  }
}
