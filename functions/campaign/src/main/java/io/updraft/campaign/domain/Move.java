package io.updraft.campaign.domain;

import io.updraft.events.Envelope;
import java.util.Optional;

/**
 * One move of a campaign, everything that is written with it in one transaction. What becomes of
 * the engine, the gate and the organization's slot follows from the states before and after.
 */
public record Move(Campaign before, Campaign after, TimelineEntry entry, Envelope event) {

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
    PAUSE,
    CANCEL,
    REMOVE
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
      case IN_PROGRESS -> Gate.OPEN;
      case PAUSED -> Gate.PAUSE;
      case CANCELLED, FAILED -> before.started() ? Gate.CANCEL : Gate.KEEP;
      case COMPLETED -> Gate.REMOVE;
      case CREATED, SCHEDULED, ROLLBACK, REJECTED, ROLLED_BACK -> Gate.KEEP;
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
      // Until users can pause, only a recall does, and a recall stops what is unfinished.
      case PAUSED -> Optional.of(Mandate.STOP);
      case CANCELLED, FAILED -> Optional.of(Mandate.WIND_UP);
      case COMPLETED -> Optional.of(Mandate.DONE);
      case CREATED, SCHEDULED, ROLLBACK, REJECTED, ROLLED_BACK -> Optional.empty();
    };
  }
}
