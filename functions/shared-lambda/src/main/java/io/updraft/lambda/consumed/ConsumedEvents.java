package io.updraft.lambda.consumed;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;

/** Calls what a context does about a consumed event. */
final class ConsumedEvents {
  private final ConsumedJson json = new ConsumedJson();
  private final Deletions deletions;

  ConsumedEvents(Deletions deletions) {
    this.deletions = deletions;
  }

  Handling handle(byte[] message) {
    return switch (json.read(message)) {
      case Consumed.Wanted(Envelope envelope, Origin origin) -> handle(envelope.data(), origin);
      case Consumed.Unknown _ -> new Handling.Done();
      case Consumed.Unsound(String reason) -> new Handling.Refused(reason);
    };
  }

  private Handling handle(Event data, Origin origin) {
    return switch (data) {
      case DeviceDeleted event -> deletions.deviceDeleted(event, origin);
      case UserDeleted event -> deletions.userDeleted(event, origin);
      default -> throw new IllegalStateException(data.type() + " is not consumed");
    };
  }
}
