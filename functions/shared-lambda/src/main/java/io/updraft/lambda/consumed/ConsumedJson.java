package io.updraft.lambda.consumed;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the neighbours publish. The function that pulls and those that it invokes read by the
 * same rules, so that neither hands on or refuses what the other would not.
 */
public final class ConsumedJson {
  /** As {@code access} gives them. They become parts of keys, whose parts {@code #} divides. */
  private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9-]{1,63}");

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** As long as the subject of a token can be. */
  private static final int LONGEST_USER = 256;

  private final EventJson json = new EventJson();

  /** What the message is; never an exception, whatever the bytes are. */
  public Consumed read(byte[] message) {
    return switch (json.read(message)) {
      case ReadResult.Known(Envelope envelope) -> of(envelope);
      case ReadResult.UnknownType unknown -> new Consumed.Unknown(unknown.type());
      case ReadResult.Unreadable(String reason) -> new Consumed.Unsound(reason);
    };
  }

  private static Consumed of(Envelope envelope) {
    return switch (envelope.data()) {
      case DeviceDeleted event ->
          DEVICE.matcher(event.deviceId()).matches()
              ? wanted(envelope)
              : new Consumed.Unsound("device_id is not the id of a device");
      case UserDeleted event ->
          event.userId().length() <= LONGEST_USER
              ? wanted(envelope)
              : new Consumed.Unsound("user_id is longer than " + LONGEST_USER + " characters");
      default -> new Consumed.Unknown(envelope.type());
    };
  }

  /** Ids of devices and users belong to an organization, so neither tells which one it is. */
  private static Consumed wanted(Envelope envelope) {
    String organization = envelope.organizationId().orElse(null);
    if (organization == null) {
      return new Consumed.Unsound("metadata.organization_id is missing");
    }
    return ORGANIZATION.matcher(organization).matches()
        ? new Consumed.Wanted(envelope, origin(envelope, organization))
        : new Consumed.Unsound("metadata.organization_id is not the id of an organization");
  }

  private static Origin origin(Envelope envelope, String organization) {
    @Nullable String correlationId = envelope.correlationId().orElse(null);
    return new Origin(organization, correlationId, envelope.traceparent().orElse(null));
  }
}
