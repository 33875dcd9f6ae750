package io.updraft.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a device has arrived and is to be merged.
 *
 * @param after the arrival up to which all is merged, or null
 * @param settled the same, as readers take it when something else is merged right now
 * @param upTo the last arrival of these; {@code after} where there are none
 * @param readTo no other arrival up to this one is to be merged, whether it is there itself or not
 * @param arrivals in the order in which they came
 * @param bytes of their blocks
 * @param damage what could not be read and is left out
 * @param more whether others wait behind these
 * @param recent whether something has arrived that is too young to be merged
 * @param idle whether nothing was found to be merged or recent the last time
 * @param since when it was merged before, or began to be
 */
public record Backlog(
    Device device,
    @Nullable String after,
    @Nullable String settled,
    @Nullable String upTo,
    String readTo,
    List<Arrived> arrivals,
    long bytes,
    List<Damage> damage,
    boolean more,
    boolean recent,
    boolean idle,
    Instant since,
    Map<Long, Long> hours) {

  public Backlog {
    arrivals = List.copyOf(arrivals);
    damage = List.copyOf(damage);
    hours = Map.copyOf(hours);
  }

  /** Whose it is. */
  public record Device(String organization, String deviceId) {}

  /** What one request brought. */
  public record Arrived(Instant at, int points, List<Series> series) {
    public Arrived {
      series = List.copyOf(series);
    }
  }

  /**
   * What of an arrival is damaged.
   *
   * @param metric the one whose points are lost, or null for all that there were
   * @param first time of a lost point at the earliest, in nanoseconds since the epoch
   * @param last time of a lost point at the latest, in nanoseconds since the epoch
   * @param expiresAt when the points would have been kept long enough
   */
  public record Damage(
      String arrivalId, @Nullable String metric, long first, long last, Instant expiresAt) {}

  /** How many of the arrivals are damaged. */
  public long damaged() {
    return damage.stream().map(Damage::arrivalId).distinct().count();
  }

  public long points() {
    return arrivals.stream().mapToLong(Arrived::points).sum();
  }
}
