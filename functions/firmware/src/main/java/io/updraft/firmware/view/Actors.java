package io.updraft.firmware.view;

import io.updraft.firmware.domain.Actor;
import io.updraft.http.HttpRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Who acts, from the credentials of a request and never from its body. */
public final class Actors {
  private Actors() {}

  public static Actor of(HttpRequest request, Clock clock) {
    return new Actor(
        request.origin(), request.caller().user(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
