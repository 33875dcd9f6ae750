package io.updraft.device.published;

import io.updraft.device.dynamodb.DeviceTables;
import io.updraft.device.dynamodb.DynamoCampaignUpdates;
import io.updraft.device.dynamodb.DynamoDeviceContacts;
import io.updraft.device.dynamodb.DynamoDeviceDirectory;
import io.updraft.device.dynamodb.DynamoDevices;
import io.updraft.device.dynamodb.DynamoUpdateStatistics;
import io.updraft.device.dynamodb.DynamoUpdateViews;
import io.updraft.device.dynamodb.DynamoUpdates;
import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** What the wiring of another context takes from this one. */
public record PublishedDevices(
    CampaignUpdates updates, UpdateViews views, DeviceDirectory directory) {

  /** On the tables that the caller's environment names. */
  public static PublishedDevices of(
      Dynamo dynamo, Environment environment, FirmwareCatalogue catalogue, Clock clock) {
    DeviceTables tables = DeviceTables.from(environment);
    DynamoUpdates updates = new DynamoUpdates(dynamo, tables, catalogue);
    return new PublishedDevices(
        new DynamoCampaignUpdates(dynamo, tables, updates, catalogue, clock),
        new DynamoUpdateViews(dynamo, tables),
        new DynamoDeviceDirectory(dynamo, tables.devices()));
  }

  /** On {@code DEVICES_TABLE} alone. */
  public static DeviceDirectory directory(Dynamo dynamo, Environment environment) {
    return new DynamoDeviceDirectory(dynamo, environment.text("DEVICES_TABLE"));
  }

  /** On {@code TALLIES_TABLE} and {@code STATISTICS_TABLE}. */
  public static UpdateStatistics statistics(
      Dynamo dynamo, Environment environment, Clearances clearances, Clock clock) {
    return DynamoUpdateStatistics.of(
        dynamo,
        environment.text("STATISTICS_TABLE"),
        environment.text("TALLIES_TABLE"),
        clearances,
        clock);
  }

  /**
   * On {@code DEVICES_TABLE}.
   *
   * @param gatewayRegistrationsPerHour how many new devices one gateway's key may bring
   */
  public static DeviceContacts contacts(
      Dynamo dynamo, Environment environment, int gatewayRegistrationsPerHour) {
    return new DynamoDeviceContacts(
        new DynamoDevices(dynamo, environment.text("DEVICES_TABLE")), gatewayRegistrationsPerHour);
  }
}
