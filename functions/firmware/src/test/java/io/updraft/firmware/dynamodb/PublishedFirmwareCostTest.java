package io.updraft.firmware.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareFigures.Contribution;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the paths of the fleet cost, on the longest names that are allowed. */
@ExtendWith(DynamoDbServer.class)
class PublishedFirmwareCostTest {
  private static ObjectStore store;
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final PublishedFirmware published;
  private String id = "";

  PublishedFirmwareCostTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.published = PublishedFirmware.of(dynamo, database.table("FirmwareTable"));
  }

  @BeforeAll
  static void start() {
    store = ObjectStore.start();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @BeforeEach
  void upload() {
    database.clear();
    byte[] bytes = Samples.bytes(1, 100);
    Map<String, Object> declared = Samples.declaration("1.0.0-" + "a".repeat(44), bytes);
    declared.put("name", "ü".repeat(200));
    declared.put("device_model", "ü".repeat(100));
    declared.put("filename", "f".repeat(196) + ".bin");
    declared.put("changelog", "c".repeat(5000));
    var answer =
        Rig.call("POST /api/v1/ota/firmware")
            .multipart(declared, "x.bin", bytes)
            .on(new Rig(database, store, Map.of()).upload);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    id = answer.text("firmware_id");
    database.consumed().reset();
  }

  @Test
  void readsAClearanceForHalfAUnitWithManyCampaigns() {
    for (int i = 0; i < 30; i++) {
      String campaign = "cmp_0123456789" + i;
      dynamo.write(published.clearances().campaignMoved("acme", id, campaign, CampaignGate.OPEN));
    }
    database.consumed().reset();

    assertThat(published.clearances().read("acme", id).orElseThrow().campaigns()).hasSize(30);

    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
  }

  @Test
  void recordsFiguresForAReadAndAWrite() {
    published.figures().record(new Contribution("acme", id, "cmp_1", 1, 1, 0, 0));

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(1);
  }
}
