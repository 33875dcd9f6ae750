package io.updraft.device.dynamodb;

import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Dialogues;
import io.updraft.device.domain.Fleet;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.Updates;
import io.updraft.device.http.HttpDevices;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoBookmarks;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Outbox;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import java.time.Clock;
import java.util.UUID;

/** What the functions of this context are wired from: one client, and the stores on it. */
public record DeviceStores(
    Dynamo dynamo,
    DeviceTables tables,
    Devices devices,
    Updates updates,
    Rollbacks rollbacks,
    PublishedFirmware firmware) {

  public static DeviceStores from(Environment environment) {
    return from(environment, "DEVICES_TABLE");
  }

  /**
   * @param primedBy the variable with the name of a table that the function may read
   */
  public static DeviceStores from(Environment environment, String primedBy) {
    return on(
        new Dynamo(DynamoClients.primed(environment, primedBy)),
        DeviceTables.from(environment),
        environment.text("FIRMWARE_TABLE"));
  }

  static DeviceStores on(Dynamo dynamo, DeviceTables tables, String firmwareTable) {
    PublishedFirmware firmware = PublishedFirmware.of(dynamo, firmwareTable);
    DynamoUpdates updates = new DynamoUpdates(dynamo, tables, firmware.catalogue());
    return new DeviceStores(
        dynamo,
        tables,
        new DynamoDevices(dynamo, tables.devices()),
        updates,
        new DynamoRollbacks(dynamo, tables, updates),
        firmware);
  }

  public Dialogues dialogues() {
    return new DialogueItem(dynamo, tables.devices());
  }

  public Messages messages() {
    return new MessagesItem(dynamo, tables.updates());
  }

  public UpdateIndex index() {
    return new DynamoUpdateIndex(dynamo, tables);
  }

  public RegistryTable registry() {
    return new RegistryTable(
        dynamo, tables.devices(), new Outbox(tables.outbox()), UUID::randomUUID);
  }

  public Fleet fleet() {
    return new DynamoFleet(registry());
  }

  /** Where walks over the devices have come to. */
  public Bookmarks bookmarks() {
    return new DynamoBookmarks(dynamo, tables.devices());
  }

  /** Whoever knows the devices: the service of the settings, or else the built-in registry. */
  public DeviceClient client(Environment environment) {
    return HttpDevices.brisk(environment).orElseGet(() -> new BuiltInDevices(devices));
  }

  /** The same for work for which nobody waits. */
  public DeviceClient patientClient(Environment environment) {
    return HttpDevices.patient(environment).orElseGet(() -> new BuiltInDevices(devices));
  }

  /** What follows the tallies, into the given table of statistics too. */
  public TallyFigures figures(String statisticsTable, Clock clock) {
    RecordedStatistics statistics =
        new RecordedStatistics(
            dynamo,
            statisticsTable,
            new Tallies(dynamo, tables.tallies()),
            firmware.clearances(),
            clock);
    return new TallyFigures(statistics, firmware.figures());
  }
}
