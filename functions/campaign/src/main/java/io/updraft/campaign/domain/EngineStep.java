package io.updraft.campaign.domain;

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
  private long rolledBack;
  private Stage stage;
  private boolean promoted;
  private int walk;

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
    rolledBack = before.rolledBack();
    stage = before.stage();
    promoted = before.promoted();
    walk = before.walk();
  }

  EngineStep mandate(Mandate next, @Nullable String why) {
    mandate = next;
    reason = why;
    carried = 0;
    return this;
  }

  EngineStep resolved(Place next, boolean last, int more, Map<LeftOut, Long> allLeftOut) {
    place = next;
    resolved = last;
    targets += more;
    leftOut = allLeftOut;
    return this;
  }

  EngineStep walkAgain() {
    place = Place.START;
    resolved = false;
    leftOut = Map.of();
    walk++;
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

  EngineStep rolledBack(long position) {
    rolledBack = position;
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
        rolledBack,
        stage,
        promoted,
        walk,
        before.revision() + 1);
  }
}
