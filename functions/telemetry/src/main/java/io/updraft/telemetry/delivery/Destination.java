package io.updraft.telemetry.delivery;

/** Where a data point goes. */
sealed interface Destination {
  record Device(String id) implements Destination {}

  record Nowhere(String reason) implements Destination {}
}
