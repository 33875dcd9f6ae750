package io.updraft.events;

import java.time.Instant;

/**
 * A fact that has happened, as the payload of an {@link Envelope}: one record per type of event.
 *
 * <p>Records refuse blank required fields with an {@link IllegalArgumentException}, copy their
 * lists and keep times in whole milliseconds, which is what the wire carries.
 */
public sealed interface Event
    permits FirmwareEvent,
        CampaignEvent,
        UpdateEvent,
        RollbackEvent,
        TelemetryDataReceived,
        MetricEvent,
        AlertRuleEvent,
        AlertEvent,
        DeviceDeleted,
        UserDeleted {
  /** Stands in the place of a user's id where Updraft acted by itself. */
  String SYSTEM = "system";

  /** Stands where the id of a user was whose account is closed. */
  String DELETED_USER = "deleted-user";

  /** The id of the entity that the event is about. */
  String subject();

  /** When the change was committed. */
  Instant timestamp();

  /** For example {@code firmware.uploaded}. */
  default String type() {
    return NatsSubject.of(getClass()).type();
  }

  /** The service that speaks, for example {@code ota_service}. */
  default String source() {
    return NatsSubject.of(getClass()).source();
  }
}
