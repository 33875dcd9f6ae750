package io.updraft.telemetry.delivery;

import io.updraft.events.Origin;
import io.updraft.http.Caller;
import io.updraft.telemetry.intake.Sender;

/** Who sends, in a request that nothing else is known of. */
public final class Senders {
  private Senders() {}

  public static Sender of(Caller caller) {
    return new Sender(Origin.of(caller.organization()), caller);
  }
}
