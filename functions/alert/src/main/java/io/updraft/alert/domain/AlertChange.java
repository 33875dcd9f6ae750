package io.updraft.alert.domain;

import io.updraft.events.Envelope;

/**
 * A move of an alert, with the event that announces it; its sequence is the alert's version.
 *
 * @param before what it was decided on
 */
public record AlertChange(Alert before, AlertMove move, Envelope event) {
  /** The alert as it is to be. */
  public Alert after() {
    return before.moved(move);
  }
}
