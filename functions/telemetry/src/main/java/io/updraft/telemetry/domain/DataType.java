package io.updraft.telemetry.domain;

/** What values a metric takes; a definition never changes it. */
public enum DataType {
  NUMERIC,
  STRING,
  BOOLEAN,
  JSON,
  /** Bytes, as text in base64. */
  BINARY,
  /** An object with {@code latitude} and {@code longitude} in degrees. */
  GEOLOCATION,
  /** A time, as text in ISO 8601 with an offset. */
  TIMESTAMP
}
