package io.updraft.campaign.domain;

import java.util.Locale;

/**
 * What the engine is to do with a campaign: the part of the campaign's status that it needs, copied
 * to its own item in the transaction of each move, so that no step in flight outlives a move.
 */
public enum Mandate {
  /** Resolve targets, release updates, judge, end. */
  RUN,
  /** Release nothing, and see whether what goes on on devices asks for a rollback. */
  PAUSE,
  /** Carry a cancellation to every target, and leave the campaign as it is: it is paused. */
  STOP,
  /** Carry a cancellation to every target, and close the books when the last has ended. */
  WIND_UP,
  /** Carry a cancellation to every target, and take back those that have completed. */
  ROLL_BACK,
  /** Nothing is left to do. */
  DONE;

  /** As it is written in items. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Mandate ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
