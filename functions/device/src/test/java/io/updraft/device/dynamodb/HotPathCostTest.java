package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Samples;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.Priority;
import io.updraft.device.published.Rollout;
import io.updraft.events.Origin;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearances;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the fleet does most, in the request units that the database itself reports. */
@ExtendWith(DynamoDbServer.class)
class HotPathCostTest {
  private final TestDatabase database;
  private final WiredStores wired;
  private final DeviceStores stores;

  HotPathCostTest(TestDatabase database) {
    this.database = database;
    this.wired = new WiredStores(database);
    this.stores = wired.stores();
  }

  @BeforeEach
  void oneDevice() {
    wired.clear();
    stores.devices().seen("acme", Samples.DEVICE, NOW);
    wired.clearance(FIRMWARE, CAMPAIGN, CampaignGate.OPEN);
  }

  private void release(List<String> commands) {
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
    wired.release(rollout, "upd_01kfx0000000000000000000ab", Samples.DEVICE, MutableClock.at(NOW));
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
