package io.updraft.firmware.domain;

import io.updraft.events.Event;
import io.updraft.events.Origin;
import java.util.Optional;

/**
 * One change of one firmware, to be committed as a whole: the firmware, its clearance, the ticket
 * of its upload, and the event that tells of it.
 *
 * @param before what the change was decided on; empty where the id was never used
 * @param event empty for the steps of an upload, which nobody outside is told of
 */
public record Change(
    Optional<Firmware> before, Firmware after, Optional<Event> event, Origin origin) {

  /** A step that is told to nobody. */
  public static Change silent(Optional<Firmware> before, Firmware after, Actor actor) {
    return new Change(before, after, Optional.empty(), actor.origin());
  }

  public static Change told(Firmware before, Firmware after, Event event, Actor actor) {
    return new Change(Optional.of(before), after, Optional.of(event), actor.origin());
  }
}
