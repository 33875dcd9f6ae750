package io.updraft.campaign.domain;

import io.updraft.events.Event;
import io.updraft.events.Origin;

/**
 * Who moves a campaign.
 *
 * @param user a user id, or {@link Event#SYSTEM}
 */
public record Actor(String user, Origin origin) {
  /** What no request has caused. */
  public static Actor system(String organization) {
    return new Actor(Event.SYSTEM, Origin.of(organization));
  }

  public String organization() {
    return origin.organizationId();
  }
}
