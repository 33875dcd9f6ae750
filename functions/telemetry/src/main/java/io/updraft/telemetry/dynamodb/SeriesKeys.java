package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Key;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The keys of the series table. Partition: a device, {@code organization#device}, which holds its
 * state, its metrics, its batches and its parts; or a metric, {@code organization#METRIC#name},
 * which lists the devices that have sent it.
 */
final class SeriesKeys {
  static final String STATE = "state";
  static final String METRIC = "metric#";
  static final String BATCH = "batch#";
  static final String DAMAGED = "damaged#";

  /** Before the key of a part of whatever metric. */
  static final String PART = "part#";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SeriesKeys() {}

  static String device(String organization, String deviceId) {
    return Key.join(organization, deviceId);
  }

  static Key state(String organization, String deviceId) {
    return new Key(device(organization, deviceId), STATE);
  }

  static Key metric(String organization, String deviceId, String metric) {
    return new Key(device(organization, deviceId), METRIC + metric);
  }

  static Key holder(String organization, String metric, String deviceId) {
    return new Key(holders(organization, metric), deviceId);
  }

  static String holders(String organization, String metric) {
    return Key.join(organization, "METRIC", metric);
  }

  /** Parts of a metric ascend with their first time; each lies within one day, UTC. */
  static String part(String metric, long start) {
    return day(metric, Nanos.time(start)) + "%019d".formatted(start);
  }

  static String day(String metric, Instant time) {
    return parts(metric) + DAY.format(time) + "#";
  }

  /** Before the keys of all parts of a metric. */
  static String parts(String metric) {
    return PART + metric + "#";
  }

  static long start(String partKey) {
    return Long.parseLong(partKey.substring(partKey.lastIndexOf('#') + 1));
  }
}
