package io.updraft.device.deleted;

import static io.updraft.device.deleted.DeletionRig.BEGAN;
import static io.updraft.device.deleted.DeletionRig.DELETED;
import static io.updraft.device.domain.Samples.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.registry.Registered;
import io.updraft.dynamodb.Item;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DeviceDeletionsTest {
  private static final String DONE = "{\"outcome\":\"done\"}";
  private static final String FIRST = "upd_01KFX0000000000000000000A1";
  private static final String SECOND = "upd_01KFX0000000000000000000A2";
  private static final Instant LATER = DELETED.plusSeconds(60);

  private final TestDatabase database;
  private final DeletionRig rig;

  DeviceDeletionsTest(TestDatabase database) {
    this.database = database;
    this.rig = new DeletionRig(database, 50);
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  @Test
  void endsWhatIsOnItsWayAndForgetsTheDevice() {
    rig.register("d-1", null, BEGAN);
    rig.register("d-2", null, BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);
    rig.begin(SECOND, "d-2", CAMPAIGN, BEGAN);
    rig.report(FIRST, UpdateStatus.INSTALLING);

    for (int time = 0; time < 3; time++) {
      assertThat(rig.deviceDeleted("d-1", DELETED)).isEqualTo(DONE);
    }

    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(rig.update(FIRST).course().cancelReason()).isEqualTo("the device was deleted");
    assertThat(rig.announced("update.cancelled")).isEqualTo(1);
    assertThat(rig.announced("device.deleted")).isZero();
    assertThat(rig.tally(CAMPAIGN).cancelled()).isEqualTo(1);
    assertThat(rig.tally(CAMPAIGN).total()).isEqualTo(2);
    assertThat(rig.stores.devices().find("acme", "d-1")).isEmpty();
    assertThat(rig.update(SECOND).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(memberships("d-1")).isZero();
    assertThat(memberships("d-2")).isEqualTo(1);
  }

  private long memberships(String deviceId) {
    return database.contents().getOrDefault("DevicesTable", Set.of()).stream()
        .map(item -> new Item(item).text("sk"))
        .filter(deviceId::equals)
        .count();
  }

  @Test
  void twoAtOnceCancelOnce() throws Exception {
    rig.register("d-1", null, BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);

    Callable<String> call = () -> rig.deviceDeleted("d-1", DELETED);
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : both.invokeAll(List.of(call, call, call))) {
        assertThat(answer.get()).startsWith("{\"outcome\":");
      }
    }

    assertThat(rig.deviceDeleted("d-1", DELETED)).isEqualTo(DONE);
    assertThat(rig.announced("update.cancelled")).isEqualTo(1);
    assertThat(rig.tally(CAMPAIGN).cancelled()).isEqualTo(1);
  }

  @Test
  void deviceThatNobodyKnowsIsDone() {
    assertThat(rig.deviceDeleted("d-9", DELETED)).isEqualTo(DONE);
  }

  @Test
  void deviceThatWasRegisteredAnewIsAnother() {
    rig.register("d-1", null, LATER);
    rig.begin(FIRST, "d-1", CAMPAIGN, LATER);

    assertThat(rig.deviceDeleted("d-1", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(rig.stores.devices().find("acme", "d-1")).isPresent();
    assertThat(rig.announced("update.cancelled")).isZero();
  }

  @Test
  void updatesOfTheOldDeviceEndThoughTheIdIsTakenAgain() {
    rig.register("d-1", null, BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);
    rig.report(FIRST, UpdateStatus.FAILED);
    assertThat(rig.update(FIRST).retrying()).isTrue();
    rig.stores.registry().find("acme", "d-1").ifPresent(this::deleteByHand);
    rig.register("d-1", null, LATER);

    assertThat(rig.deviceDeleted("d-1", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).settled()).isTrue();
    assertThat(rig.tally(CAMPAIGN).occupied()).isZero();
    assertThat(rig.tally(CAMPAIGN).failed()).isEqualTo(1);
    assertThat(rig.stores.devices().find("acme", "d-1")).isPresent();
  }

  private void deleteByHand(Registered device) {
    rig.stores.registry().remove(device, DeletionRig.ORIGIN, DELETED);
  }

  @Test
  void rollbackUnderWayFails() {
    rig.register("d-1", null, BEGAN);
    Rollback rollback = rig.beginRollback(FIRST, "d-1");

    assertThat(rig.deviceDeleted("d-1", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(rig.stores.rollbacks().find("acme", rollback.rollbackId()))
        .map(Rollback::status)
        .contains(RollbackStatus.FAILED);
    assertThat(rig.announced("rollback.failed")).isEqualTo(1);
    assertThat(rig.stores.devices().find("acme", "d-1")).isEmpty();
  }

  @Test
  void asItIsDeployed() {
    rig.register("d-1", null, BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);

    String answer =
        DeletionRig.invoke(
            DeletionRig.deployed(database),
            DeletionRig.envelope(
                "device_service", "device.deleted", "{\"device_id\":\"d-1\"}", DELETED));

    assertThat(answer).isEqualTo(DONE);
    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.CANCELLED);
  }

  @Test
  void cancelsWhatGoesToTheDevicesOfADeletedUser() {
    rig.register("d-1", "anna", BEGAN);
    rig.register("d-2", "bert", BEGAN);
    rig.register("d-3", "anna", BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);
    rig.begin(SECOND, "d-2", CAMPAIGN, BEGAN);
    Update atWork = rig.begin("upd_01KFX0000000000000000000A3", "d-3", CAMPAIGN, BEGAN);
    rig.report(atWork.id(), UpdateStatus.INSTALLING);

    assertThat(rig.userDeleted("anna", DELETED)).isEqualTo(DONE);
    assertThat(rig.userDeleted("anna", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(rig.update(SECOND).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(rig.update(atWork.id()).cancelling()).isTrue();
    assertThat(rig.announced("update.cancelled")).isEqualTo(1);
    assertThat(rig.stores.devices().find("acme", "d-1")).isPresent();
  }

  @Test
  void retryOfAnOwnedDeviceLapsesAndWhatBeganLaterStays() {
    rig.register("d-1", "anna", BEGAN);
    rig.register("d-2", "anna", BEGAN);
    rig.begin(FIRST, "d-1", CAMPAIGN, BEGAN);
    rig.report(FIRST, UpdateStatus.FAILED);
    rig.begin(SECOND, "d-2", CAMPAIGN, LATER);

    assertThat(rig.userDeleted("anna", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).settled()).isTrue();
    assertThat(rig.update(SECOND).status()).isEqualTo(UpdateStatus.SCHEDULED);
  }

  @Test
  void fleetThatIsTooLargeForOneCallTakesSeveral() {
    DeletionRig inPieces = new DeletionRig(database, 1);
    for (int i = 0; i < 120; i++) {
      rig.register("d-" + i, "anna", BEGAN);
    }
    rig.begin(FIRST, "d-0", CAMPAIGN, BEGAN);
    rig.begin(SECOND, "d-119", CAMPAIGN, BEGAN);

    assertThat(inPieces.userDeleted("anna", DELETED)).contains("again");
    assertThat(inPieces.userDeleted("anna", DELETED)).isEqualTo(DONE);

    assertThat(rig.update(FIRST).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(rig.update(SECOND).status()).isEqualTo(UpdateStatus.CANCELLED);
  }
}
