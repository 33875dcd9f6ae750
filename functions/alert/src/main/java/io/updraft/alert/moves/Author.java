package io.updraft.alert.moves;

import io.updraft.events.Origin;
import io.updraft.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who makes a change, and when.
 *
 * @param at to the millisecond, which is what items and answers keep
 */
public record Author(Origin origin, String user, Instant at) {
  public Author {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Author of(HttpRequest request, Clock clock) {
    return new Author(request.origin(), request.caller().user(), clock.instant());
  }

  public String organization() {
    return origin.organizationId();
  }
}
