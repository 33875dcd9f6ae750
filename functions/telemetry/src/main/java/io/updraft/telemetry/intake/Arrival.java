package io.updraft.telemetry.intake;

import io.updraft.events.Origin;
import io.updraft.telemetry.domain.Series;
import java.time.Instant;
import java.util.List;

/**
 * The good points of one request for one device, as they are kept.
 *
 * @param arrivalId sorts by the time of arrival: what came later wins
 * @param points how many were accepted; more than are in the series where some had the same time
 * @param expiresAt when the last of the points has been kept long enough, and the batch need not be
 *     known any more
 */
public record Arrival(
    Origin origin,
    String deviceId,
    String arrivalId,
    List<Series> series,
    int points,
    Instant at,
    Instant expiresAt) {
  public Arrival {
    series = List.copyOf(series);
  }
}
