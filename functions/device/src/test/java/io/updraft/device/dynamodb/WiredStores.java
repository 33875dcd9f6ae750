package io.updraft.device.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Update;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.testing.ConsumedCapacity;
import io.updraft.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The context's stores on real tables, with what other contexts would write to them. */
public final class WiredStores {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceStores stores;

  public WiredStores(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    DeviceTables tables =
        new DeviceTables(
            database.table("DevicesTable"),
            database.table("UpdatesTable"),
            database.table("TalliesTable"),
            database.table("OutboxTable"));
    this.stores = DeviceStores.on(dynamo, tables, database.table("FirmwareTable"));
  }

  public DeviceStores stores() {
    return stores;
  }

  public ConsumedCapacity consumed() {
    return database.consumed();
  }

  public void clear() {
    database.clear();
  }

  /** The clearance of an available firmware, with the gate of one campaign. */
  public void clearance(String firmwareId, String campaignId, CampaignGate gate) {
    clearance(firmwareId, "available", campaignId, gate);
  }

  /** The same in another state of the firmware. */
  public void clearance(String firmwareId, String status, String campaignId, CampaignGate gate) {
    Item item =
        new Item(
            Item.build()
                .text("pk", "acme#" + firmwareId)
                .text("sk", "CLEARANCE")
                .text("organization", "acme")
                .text("firmware_id", firmwareId)
                .text("name", "gateway")
                .text("version", "2.0.0")
                .text("device_model", "gw-1")
                .text("status", status)
                .text("filename", "gateway 2.0.0.swu")
                .number("file_size", 202_240)
                .text("checksum_md5", "1".repeat(32))
                .text("checksum_sha1", "2".repeat(40))
                .text("checksum_sha256", "3".repeat(64))
                .text("object_key", "firmware/acme/" + firmwareId + "/gateway.swu")
                .pairs("campaigns", Map.of(campaignId, gate.name().toLowerCase(Locale.ROOT)))
                .attributes());
    database
        .client()
        .putItem(r -> r.tableName(database.table("FirmwareTable")).item(item.attributes()));
  }

  /** Makes the device a target and lets it have the update. */
  public void release(Rollout rollout, String updateId, String deviceId, Clock clock) {
    DynamoCampaignUpdates campaign =
        new DynamoCampaignUpdates(
            dynamo,
            stores.tables(),
            (DynamoUpdates) stores.updates(),
            stores.firmware().catalogue(),
            clock);
    Target target = new Target(updateId, deviceId, "1.0.0");
    assertThat(dynamo.commit(campaign.hold(rollout, 0, List.of(target))))
        .isInstanceOf(Commit.Committed.class);
    campaign.release(rollout, target);
  }

  public Update update(String updateId) {
    return stores.updates().find("acme", updateId).orElseThrow();
  }
}
