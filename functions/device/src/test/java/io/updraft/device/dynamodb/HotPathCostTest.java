package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Samples;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.Priority;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Clearances;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the fleet does most, in the request units that the database itself reports. */
@ExtendWith(DynamoDbServer.class)
class HotPathCostTest {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceStores stores;

  HotPathCostTest(TestDatabase database) {
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

  @BeforeEach
  void oneDevice() {
    database.clear();
    stores.devices().seen("acme", Samples.DEVICE, NOW);
    database.client().putItem(r -> r.tableName(database.table("FirmwareTable")).item(clearance()));
  }

  private static Map<String, AttributeValue> clearance() {
    return Item.build()
        .text("pk", "acme#" + FIRMWARE)
        .text("sk", "CLEARANCE")
        .text("organization", "acme")
        .text("firmware_id", FIRMWARE)
        .text("name", "gateway")
        .text("version", "2.0.0")
        .text("device_model", "gw-1")
        .text("status", "available")
        .text("filename", "gateway.bin")
        .number("file_size", 1024)
        .text("checksum_md5", "0".repeat(32))
        .text("checksum_sha1", "0".repeat(40))
        .text("checksum_sha256", "0".repeat(64))
        .text("object_key", "firmware/acme/" + FIRMWARE + "/gateway.bin")
        .pairs("campaigns", Map.of(CAMPAIGN, "open"))
        .attributes();
  }

  private void release(List<String> commands) {
    CampaignUpdates campaign =
        new DynamoCampaignUpdates(
            dynamo,
            stores.tables(),
            (DynamoUpdates) stores.updates(),
            stores.firmware().catalogue(),
            MutableClock.at(NOW));
    Rollout rollout =
        new Rollout(
            Origin.of("acme"),
            CAMPAIGN,
            FIRMWARE,
            "2.0.0",
            Priority.NORMAL,
            Duration.ofMinutes(60),
            3,
            commands,
            List.of(),
            Set.of(),
            false,
            null,
            Discretion.NONE,
            "olivia");
    Target target = new Target("upd_01KFX0000000000000000000AB", Samples.DEVICE, "1.0.0");
    assertThat(dynamo.commit(campaign.hold(rollout, 0, List.of(target))))
        .isInstanceOf(Commit.Committed.class);
    campaign.release(rollout, target);
  }

  @Test
  void aPollWithNothingToDoIsOneEventualRead() {
    database.consumed().reset();

    Device device = stores.devices().glance("acme", Samples.DEVICE).orElseThrow();

    assertThat(device.due()).isEmpty();
    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
    assertThat(database.consumed().writeUnits()).isZero();
  }

  @Test
  void aPollWithAnUpdateWaitingIsThree() {
    release(List.of("x".repeat(256), "y".repeat(256), "z".repeat(256)));
    Clearances clearances = stores.firmware().clearances();
    database.consumed().reset();

    Device device = stores.devices().glance("acme", Samples.DEVICE).orElseThrow();
    Device.Note note = device.due().findFirst().orElseThrow();
    assertThat(stores.updates().glance("acme", note.updateId())).isPresent();
    assertThat(clearances.read("acme", note.firmwareId())).isPresent();

    assertThat(database.consumed().readUnits()).isEqualTo(1.5);
    assertThat(database.consumed().writeUnits()).isZero();
  }
}
