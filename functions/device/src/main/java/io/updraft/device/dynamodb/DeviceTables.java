package io.updraft.device.dynamodb;

import io.updraft.lambda.Environment;

/** The names of the tables that the device context writes. */
public record DeviceTables(String devices, String updates, String tallies, String outbox) {
  public static DeviceTables from(Environment environment) {
    return new DeviceTables(
        environment.text("DEVICES_TABLE"),
        environment.text("UPDATES_TABLE"),
        environment.text("TALLIES_TABLE"),
        environment.text("OUTBOX_TABLE"));
  }
}
