package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.moves.GiveUpUpdates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.Priority;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import io.updraft.device.registry.RegistryOperations;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.events.Origin;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.Role;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deletes a device with real updates on their way to it. */
@ExtendWith(DynamoDbServer.class)
class DeletionTest {
  private static final String DEVICE = Samples.assignment("upd_x", null).deviceId();
  private static final Origin ORIGIN = Origin.of("acme");
  private static final String UPDATE = "upd_1";

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceStores stores;
  private final DynamoCampaignUpdates campaignUpdates;
  private final RegistryOperations operations;

  DeletionTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    MutableClock clock = MutableClock.at(NOW);
    this.stores = new WiredStores(database).stores();
    DeviceTables tables = stores.tables();
    this.campaignUpdates =
        new DynamoCampaignUpdates(
            dynamo, tables, (DynamoUpdates) stores.updates(), stores.firmware().catalogue(), clock);
    Outbox outbox = new Outbox(tables.outbox());
    this.operations =
        new RegistryOperations(
            new RegistryTable(dynamo, tables.devices(), outbox, UUID::randomUUID),
            new GiveUpUpdates(stores.updates(), clock),
            clock,
            10);
  }

  @BeforeEach
  void aDeviceWithAnUpdate() {
    database.clear();
    stores.devices().seen("acme", DEVICE, NOW);
    Target target = new Target(UPDATE, DEVICE, "1.0.0");
    assertThat(dynamo.commit(campaignUpdates.hold(rollout(), 7, List.of(target))))
        .isInstanceOf(Commit.Committed.class);
  }

  @Test
  void cancelsWhatTheDeviceCouldNotHaveYet() {
    delete();

    assertThat(update().status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(stores.devices().find("acme", DEVICE)).isEmpty();
  }

  @Test
  void cancelsWhatTheDeviceIsAtWorkOn() {
    campaignUpdates.release(rollout(), new Target(UPDATE, DEVICE, null));
    new UpdateMoves(stores.updates())
        .apply(
            "acme",
            UPDATE,
            ORIGIN,
            update -> update.reported(Samples.report(UpdateStatus.INSTALLING), NOW));

    delete();

    assertThat(update().status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(update().course().cancelReason()).isEqualTo("the device was deleted");
    assertThat(stores.devices().find("acme", DEVICE)).isEmpty();
  }

  @Test
  void doesNotStumbleOverWhatHasEnded() {
    campaignUpdates.release(rollout(), new Target(UPDATE, DEVICE, null));
    Device before = stores.devices().find("acme", DEVICE).orElseThrow();
    new UpdateMoves(stores.updates())
        .apply(
            "acme",
            UPDATE,
            ORIGIN,
            update -> update.reported(Samples.report(UpdateStatus.COMPLETED), NOW));

    new GiveUpUpdates(stores.updates(), MutableClock.at(NOW)).giveUp(before, ORIGIN, "late");

    assertThat(update().status()).isEqualTo(UpdateStatus.COMPLETED);
  }

  private void delete() {
    Caller operator =
        new Caller("acme", "olivia", Set.of(Role.OPERATOR), null, Set.of(), NOW.plusSeconds(60));
    HttpRequest request =
        new HttpRequest(
            "request-1",
            "DELETE /api/v1/devices/{device_id}",
            Map.of("device_id", DEVICE),
            Map.of(),
            Map.of(),
            new byte[0],
            operator);
    assertThat(operations.delete().handle(request).status()).isEqualTo(204);
  }

  private Update update() {
    return stores.updates().find("acme", UPDATE).orElseThrow();
  }

  private static Rollout rollout() {
    return new Rollout(
        ORIGIN,
        Samples.CAMPAIGN,
        FIRMWARE,
        "2.0.0",
        Priority.HIGH,
        Duration.ofMinutes(60),
        3,
        List.of(),
        List.of(),
        Set.of(),
        false,
        null,
        Discretion.NONE,
        "olivia");
  }
}
