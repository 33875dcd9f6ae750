package io.updraft.telemetry.dispatch;

import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.TelemetryDataReceived;
import io.updraft.events.json.EventJson;
import io.updraft.telemetry.domain.Announcement;
import io.updraft.telemetry.domain.Announcements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Announces {@code telemetry.data.received}, the one event without a place in the outbox: it is
 * made of the stored batch itself, so that it costs no write. Its id is a function of the keys, so
 * that a record that comes again is announced as the same event.
 */
final class AnnounceArrivals {
  private final EventJson json = new EventJson();
  private final Announcements announcements;

  AnnounceArrivals(Announcements announcements) {
    this.announcements = announcements;
  }

  void announce(List<ArrivalRecord> arrivals) {
    announcements.put(arrivals.stream().map(this::announcement).toList());
  }

  private Announcement announcement(ArrivalRecord arrival) {
    return new Announcement(
        arrival.entity(), arrival.arrivalId(), json.writeText(envelope(arrival)), arrival.number());
  }

  private static Envelope envelope(ArrivalRecord arrival) {
    TelemetryDataReceived received =
        new TelemetryDataReceived(
            arrival.device(), arrival.metrics(), arrival.points(), arrival.at());
    Origin origin =
        new Origin(
            arrival.organization(), arrival.text("correlation_id"), arrival.text("traceparent"));
    String identity = arrival.entity() + "#" + arrival.arrivalId();
    UUID id = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    return Envelope.unsequenced(received, origin, id);
  }
}
