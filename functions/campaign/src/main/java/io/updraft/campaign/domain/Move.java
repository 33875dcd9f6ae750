package io.updraft.campaign.domain;

import java.util.List;
import java.util.Optional;

/**
 * One move of a campaign, everything that is written with it in one transaction. What becomes of
 * the engine, the gate and the organization's slot follows from the states before and after.
 *
 * @param happenings what it tells, in order
 * @param nudge what else the engine is told
 */
public record Move(Campaign before, Campaign after, List<Happening> happenings, Nudge nudge) {
  public Move {
    happenings = List.copyOf(happenings);
  }

  /** How the number of campaigns in progress changes. */
  public enum Slot {
    KEEP,
    TAKE,
    FREE
  }

  /** What becomes of the campaign's entry in the clearance of its firmware. */
  public enum Gate {
    KEEP,
    OPEN,
    HOLD,
    PAUSE,
    CANCEL,
    REMOVE
  }

  /** What an engine is told beside its mandate. */
  public enum Nudge {
    NONE,
    /** Go to the next stage without waiting. */
    PROMOTE,
    /** Walk the sources again: more devices can be targets now. */
    WIDEN
  }

  public Slot slot() {
    boolean was = before.status() == CampaignStatus.IN_PROGRESS;
    boolean is = after.status() == CampaignStatus.IN_PROGRESS;
    if (was == is) {
      return Slot.KEEP;
    }
    return is ? Slot.TAKE : Slot.FREE;
  }

  public Gate gate() {
    return switch (after.status()) {
      case IN_PROGRESS -> after.holdsSwitch() ? Gate.HOLD : Gate.OPEN;
      case PAUSED -> Gate.PAUSE;
      case CANCELLED, FAILED, ROLLBACK -> stopped();
      case COMPLETED, ROLLED_BACK -> Gate.REMOVE;
      case CREATED, SCHEDULED, REJECTED -> Gate.KEEP;
    };
  }

  private Gate stopped() {
    return switch (before.status()) {
      case IN_PROGRESS, PAUSED -> Gate.CANCEL;
      case ROLLBACK -> Gate.REMOVE;
      case CREATED, SCHEDULED, COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK -> Gate.KEEP;
    };
  }

  /** Whether this is the start, from which on there is an engine. */
  public boolean begins() {
    return after.started() && !before.started();
  }

  /** What an engine that exists already is told. */
  public Optional<Mandate> mandate() {
    if (!before.started()) {
      return Optional.empty();
    }
    return switch (after.status()) {
      case IN_PROGRESS -> Optional.of(Mandate.RUN);
      case PAUSED -> Optional.of(after.recalled() ? Mandate.STOP : Mandate.PAUSE);
      case CANCELLED -> Optional.of(Mandate.WIND_UP);
      case FAILED ->
          Optional.of(before.status() == CampaignStatus.ROLLBACK ? Mandate.DONE : Mandate.WIND_UP);
      case ROLLBACK -> Optional.of(Mandate.ROLL_BACK);
      case COMPLETED, ROLLED_BACK -> Optional.of(Mandate.DONE);
      case CREATED, SCHEDULED, REJECTED -> Optional.empty();
    };
  }
}
