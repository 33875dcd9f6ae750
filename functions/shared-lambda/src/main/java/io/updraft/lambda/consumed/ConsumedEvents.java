package io.updraft.lambda.consumed;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the envelope of a consumed event and calls what a context does about it. */
final class ConsumedEvents {
  /** As {@code access} gives them. They become parts of keys, whose parts {@code #} divides. */
  private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9-]{1,63}");

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** Longer than what the subject of a token can have. */
  private static final int LONGEST_USER = 256;

  private final EventJson json = new EventJson();
  private final Deletions deletions;

  ConsumedEvents(Deletions deletions) {
    this.deletions = deletions;
  }

  Handling handle(byte[] envelope) {
    return switch (json.read(envelope)) {
      case ReadResult.Known(Envelope known) -> handle(known);
      case ReadResult.UnknownType _ -> new Handling.Done();
      case ReadResult.Unreadable(String reason) -> new Handling.Refused(reason);
    };
  }

  private Handling handle(Envelope envelope) {
    Optional<String> organization = envelope.organizationId();
    if (organization.isEmpty()) {
      return new Handling.Refused("metadata.organization_id is missing");
    }
    if (!ORGANIZATION.matcher(organization.get()).matches()) {
      return new Handling.Refused("metadata.organization_id is not the id of an organization");
    }
    return handle(envelope, origin(envelope, organization.get()));
  }

  private static Origin origin(Envelope envelope, String organization) {
    return new Origin(
        organization, envelope.correlationId().orElse(null), envelope.traceparent().orElse(null));
  }

  private Handling handle(Envelope envelope, Origin origin) {
    return switch (envelope.data()) {
      case DeviceDeleted event -> handle(event, origin);
      case UserDeleted event -> handle(event, origin);
      // Nobody sends these here; whoever does loses nothing by it.
      default -> new Handling.Done();
    };
  }

  private Handling handle(DeviceDeleted event, Origin origin) {
    return DEVICE.matcher(event.deviceId()).matches()
        ? deletions.deviceDeleted(event, origin)
        : new Handling.Refused("device_id is not the id of a device");
  }

  private Handling handle(UserDeleted event, Origin origin) {
    return event.userId().length() <= LONGEST_USER
        ? deletions.userDeleted(event, origin)
        : new Handling.Refused("user_id is longer than " + LONGEST_USER + " characters");
  }
}
