package io.updraft.firmware.domain;

import io.updraft.events.Event;
import io.updraft.events.Origin;
import java.time.Instant;

/** Who changes something, when, and by which request. */
public record Actor(Origin origin, String user, Instant at) {
  /** Updraft itself, for what no request asks for. */
  public static Actor system(String organization, Instant at) {
    return new Actor(Origin.of(organization), Event.SYSTEM, at);
  }

  public String organization() {
    return origin.organizationId();
  }
}
