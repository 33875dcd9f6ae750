package io.updraft.telemetry.domain;

import java.util.Map;
import java.util.TreeMap;

/**
 * What has arrived, counted.
 *
 * @param requests that brought points of one device
 * @param bytes of their sealed blocks
 * @param alerts that were triggered
 */
public record Figures(long requests, long points, long bytes, long alerts) {
  public static final Figures NONE = new Figures(0, 0, 0, 0);

  public Figures plus(Figures more) {
    return new Figures(
        requests + more.requests, points + more.points, bytes + more.bytes, alerts + more.alerts);
  }

  /**
   * Figures of a device.
   *
   * @param metrics how many it has sent
   * @param byHour points by the hour of their arrival, counted from the epoch; the last 25 at least
   * @param damagedBlocks that were found so far
   * @param alerts that were triggered, a moment behind
   */
  public record OfDevice(
      int metrics,
      long points,
      long bytes,
      Map<Long, Long> byHour,
      long damagedBlocks,
      long alerts) {
    public OfDevice {
      byHour = Map.copyOf(new TreeMap<>(byHour));
    }
  }
}
