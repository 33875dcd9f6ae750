package io.updraft.campaign.dynamodb;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.dynamodb.DeviceTables;
import io.updraft.device.dynamodb.DynamoDevices;
import io.updraft.device.dynamodb.DynamoUpdates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Origin;
import io.updraft.firmware.domain.FirmwareId;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import io.updraft.lambda.Environment;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The tables of the template with one available firmware, and devices of unknown model. */
public final class DynamoWorld {
  private static final int BATCH = 25;

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final CampaignStores stores;

  public DynamoWorld(TestDatabase database) {
    this(database, database::clear);
  }

  private DynamoWorld(TestDatabase database, Runnable empty) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.stores =
        CampaignStores.on(dynamo, Environment.of(database.environment("CampaignAdvance")), clock);
    empty.run();
    firmware(FirmwareStatus.AVAILABLE);
  }

  /** The same for so many items that streams in memory would slow them down. */
  public static DynamoWorld large(TestDatabase database) {
    return new DynamoWorld(database, database::clearWithoutStreams);
  }

  public CampaignStores stores() {
    return stores;
  }

  public MutableClock clock() {
    return clock;
  }

  /** Puts the firmware and its clearance, as the firmware context writes them. */
  public void firmware(FirmwareStatus status) {
    firmware(FIRMWARE_ID, "2.0.0", status);
  }

  /** Puts what devices can go back to: version 1.0.0 of the firmware. */
  public void earlierFirmware() {
    String id = FirmwareId.of("pump-fw", Version.of("1.0.0"), "pump").value();
    firmware(id, "1.0.0", FirmwareStatus.AVAILABLE);
  }

  private void firmware(String id, String version, FirmwareStatus status) {
    put(facts(id, version, status).text("pk", ORGANIZATION).text("sk", "FIRMWARE#" + id));
    put(
        facts(id, version, status)
            .text("pk", ORGANIZATION + "#" + id)
            .text("sk", "CLEARANCE")
            .map("campaigns", Map.of()));
  }

  private void put(ItemBuilder item) {
    dynamo.write(Guarded.put(database.table("FirmwareTable"), item.attributes()));
  }

  private static ItemBuilder facts(String id, String version, FirmwareStatus status) {
    return Item.build()
        .text("organization", ORGANIZATION)
        .text("firmware_id", id)
        .text("name", "pump-fw")
        .text("version", version)
        .text("device_model", "pump")
        .text("min_hardware_version", "1.0.0")
        .text("max_hardware_version", "3.0.0")
        .flag("is_beta", false)
        .flag("is_security_update", false)
        .number("revision", 1)
        .text("filename", "pump.bin")
        .number("file_size", 4)
        .text("checksum_md5", "0")
        .text("checksum_sha1", "0")
        .text("checksum_sha256", "0")
        .text("object_key", "firmware/acme/" + id)
        .text("status", status.wireName());
  }

  /** Registers devices that have shown nothing but their credentials. */
  public void devices(List<String> ids) {
    DynamoDevices devices = new DynamoDevices(dynamo, database.table("DevicesTable"));
    ids.forEach(id -> devices.seen(ORGANIZATION, id, clock.instant()));
  }

  /** Registers devices of the firmware's model, within its hardware range, that run a version. */
  public void devicesRunning(List<String> ids, String version) {
    devices(ids);
    for (String id : ids) {
      dynamo.write(
          Guarded.update(
                  database.table("DevicesTable"),
                  deviceKey(id),
                  "SET #model = :model, firmware_version = :version, hardware_version = :hardware")
              .with(
                  v ->
                      v.text(":model", "pump")
                          .text(":version", version)
                          .text(":hardware", "2.0.0")));
    }
  }

  public Device device(String id) {
    return new DynamoDevices(dynamo, database.table("DevicesTable"))
        .find(ORGANIZATION, id)
        .orElseThrow();
  }

  /** Registers many devices, each as one that has shown nothing but its credentials. */
  public void manyDevices(List<String> ids) {
    devices(ids.subList(0, 1));
    String table = database.table("DevicesTable");
    Map<String, AttributeValue> first =
        dynamo.get(table, deviceKey(ids.getFirst()), Reading.CONSISTENT).orElseThrow().attributes();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<WriteRequest> puts =
          ids.subList(from, Math.min(ids.size(), from + BATCH)).stream()
              .map(id -> put(first, ids.getFirst(), id))
              .toList();
      database.client().batchWriteItem(r -> r.requestItems(Map.of(table, puts)));
    }
  }

  private static Key deviceKey(String id) {
    return new Key(ORGANIZATION + "#" + id, "DEVICE");
  }

  /** The item with another device's id wherever its own is. */
  private static WriteRequest put(Map<String, AttributeValue> like, String own, String other) {
    Map<String, AttributeValue> item = new HashMap<>(like);
    item.replaceAll(
        (name, value) ->
            value.s() == null ? value : AttributeValue.fromS(value.s().replace(own, other)));
    return WriteRequest.builder().putRequest(p -> p.item(item)).build();
  }

  public DynamoUpdates updates() {
    Environment environment = Environment.of(database.environment("CampaignAdvance"));
    return new DynamoUpdates(dynamo, DeviceTables.from(environment), stores.firmware().catalogue());
  }

  /** What the device of an update says of it. */
  public void report(String updateId, UpdateStatus status) {
    // Of no use to try again, so that a failure lasts.
    String error = status == UpdateStatus.FAILED ? "SIGNATURE_INVALID" : null;
    Report report = new Report(status, null, null, null, null, null, null, error, null, null);
    new UpdateMoves(updates())
        .apply(
            ORGANIZATION,
            updateId,
            Origin.of(ORGANIZATION),
            u -> u.reported(report, clock.instant()));
  }

  /** A plan that takes devices of unknown model. */
  public static CampaignPlan forced(int devices, Pace pace) {
    return forced(new Targeting(devices, List.of(), null, false), pace);
  }

  public static CampaignPlan forced(Targeting targeting, Pace pace) {
    return Examples.forced(Examples.plan(targeting, pace, Examples.limits(100, 1)));
  }

  /** The types of the events of an entity, in their order. */
  public List<String> events(String entity) {
    return dynamo
        .query(
            PartitionQuery.of(
                database.table("OutboxTable"),
                "pk = :pk",
                v -> v.text(":pk", ORGANIZATION + "#" + entity)))
        .items()
        .stream()
        .map(item -> item.text("event").replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
