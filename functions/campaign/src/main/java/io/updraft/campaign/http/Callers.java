package io.updraft.campaign.http;

import io.updraft.campaign.domain.Actor;
import io.updraft.events.Origin;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;

/** Who asks, as the domain knows it. */
public final class Callers {
  private Callers() {}

  /** The caller of a request that its route has admitted. */
  public static Actor actor(HttpRequest request) {
    Caller caller = request.caller();
    Origin origin =
        new Origin(
            caller.organization(),
            request.correlationId().orElse(null),
            request.traceparent().orElse(null));
    return new Actor(caller.user(), origin);
  }
}
