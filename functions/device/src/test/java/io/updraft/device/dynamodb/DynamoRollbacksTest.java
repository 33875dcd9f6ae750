package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackFilter;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.moves.RollbackOrder;
import io.updraft.device.moves.TakeBack;
import io.updraft.device.published.CampaignUpdates.RollingBack;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoRollbacksTest {
  private static final Origin ORIGIN = Origin.of("acme");
  private static final String UPDATE = "upd_01KFX0000000000000000000AB";
  private static final String ROLLBACK = "rbk_01KFX0000000000000000000AB";
  private static final Target TARGET = new Target(UPDATE, DEVICE, "1.0.0");

  private static final MaintenanceWindow EVERY_NIGHT =
      new MaintenanceWindow(
          EnumSet.allOf(DayOfWeek.class),
          LocalTime.of(22, 0),
          LocalTime.of(4, 0),
          ZoneId.of("America/Argentina/ComodRivadavia"));

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceTables tables;
  private final DynamoUpdates updates;
  private final DynamoRollbacks rollbacks;
  private final DynamoDevices devices;
  private final DynamoCampaignUpdates campaign;
  private final FakeClearances firmware = new FakeClearances();
  private final MutableClock clock = MutableClock.at(NOW);

  DynamoRollbacksTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.tables = new WiredStores(database).stores().tables();
    this.devices = new DynamoDevices(dynamo, tables.devices());
    this.updates = new DynamoUpdates(dynamo, tables, firmware);
    this.rollbacks = new DynamoRollbacks(dynamo, tables, updates);
    this.campaign = new DynamoCampaignUpdates(dynamo, tables, updates, firmware, clock);
  }

  @BeforeEach
  void oneDevice() {
    database.clear();
    devices.seen("acme", DEVICE, NOW);
    firmware.earlier("1.0.0", FirmwareStatus.AVAILABLE);
  }

  private static Rollout rollout(boolean blueGreen, RollbackTrigger... triggers) {
    return new Rollout(
        ORIGIN,
        CAMPAIGN,
        FIRMWARE,
        "2.0.0",
        Priority.HIGH,
        Duration.ofMinutes(60),
        3,
        List.of(),
        List.of(),
        Set.of(triggers),
        blueGreen,
        EVERY_NIGHT,
        Discretion.NONE,
        "olivia");
  }

  private Update released(Rollout rollout, Target target) {
    assertThat(dynamo.commit(campaign.hold(rollout, 0, List.of(target))))
        .isInstanceOf(Commit.Committed.class);
    campaign.release(rollout, target);
    return find(target.updateId());
  }

  private Update moved(Update before, Update after) {
    assertThat(updates.move(before, after, ORIGIN, null)).isEqualTo(Updates.Stored.MOVED);
    return find(before.id());
  }

  private Update completed() {
    Update released = released(rollout(false), TARGET);
    return moved(released, released.reported(report(UpdateStatus.COMPLETED), NOW));
  }

  private Update find(@Nullable String updateId) {
    return updates.find("acme", String.valueOf(updateId)).orElseThrow();
  }

  private Rollback rollback() {
    return rollbacks.find("acme", ROLLBACK).orElseThrow();
  }

  private RollingBack rollBack() {
    return campaign.rollBack(rollout(false), TARGET, RollbackTrigger.MANUAL, "loses time");
  }

  private Device device() {
    return devices.find("acme", DEVICE).orElseThrow();
  }

  private List<String> events(String entity) {
    return dynamo
        .query(PartitionQuery.of(tables.outbox(), "pk = :pk", v -> v.text(":pk", "acme#" + entity)))
        .items()
        .stream()
        .map(i -> i.text("event").replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  @Test
  void keepsTheTermsOfAnUpdate() {
    Rollout rollout = rollout(true, RollbackTrigger.TIMEOUT, RollbackTrigger.HEALTH_CHECK);

    Update update = released(rollout, TARGET);

    assertThat(update.assignment().terms().blueGreen()).isTrue();
    assertThat(update.assignment().terms().window()).isEqualTo(EVERY_NIGHT);
    assertThat(update.assignment().terms().triggers())
        .containsExactlyInAnyOrder(RollbackTrigger.TIMEOUT, RollbackTrigger.HEALTH_CHECK);
  }

  @Test
  void takesTheDeviceOfATargetBackOnce() {
    completed();

    assertThat(rollBack()).isEqualTo(RollingBack.BEGUN);
    assertThat(rollBack()).isEqualTo(RollingBack.ALREADY);

    assertThat(rollback().status()).isEqualTo(RollbackStatus.IN_PROGRESS);
    assertThat(rollback().campaignId()).isEqualTo(CAMPAIGN);
    assertThat(rollback().toVersion()).isEqualTo("1.0.0");
    assertThat(device().due())
        .extracting(Device.Note::updateId)
        .containsExactly(String.valueOf(rollback().updateId()));
    assertThat(campaign.rollbackTally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0));
    assertThat(campaign.tally("acme", CAMPAIGN).total()).isEqualTo(1);
    assertThat(events(ROLLBACK)).containsExactly("rollback.initiated");
  }

  @Test
  void endsTheRollbackWithItsUpdate() {
    completed();
    rollBack();
    Update back = find(rollback().updateId());

    moved(back, back.reported(report(UpdateStatus.COMPLETED), NOW));

    assertThat(rollback().status()).isEqualTo(RollbackStatus.COMPLETED);
    assertThat(rollback().completedAt()).isEqualTo(NOW);
    assertThat(device().firmwareVersion()).isEqualTo(Version.of("1.0.0"));
    assertThat(device().inbox()).isEmpty();
    assertThat(events(ROLLBACK)).containsExactly("rollback.initiated", "rollback.completed");
    assertThat(campaign.rollbackTally("acme", CAMPAIGN).completed()).isEqualTo(1);
    assertThat(rollBack()).isEqualTo(RollingBack.NEEDLESS);
  }

  @Test
  void endsTheRollbackWhereTheDeviceIsGone() {
    completed();
    rollBack();
    database
        .client()
        .deleteItem(
            r -> r.tableName(tables.devices()).key(DeviceItems.key("acme", DEVICE).attributes()));
    Update back = find(rollback().updateId());

    moved(back, back.givenUp("the device was deleted", NOW));

    assertThat(rollback().status()).isEqualTo(RollbackStatus.FAILED);
    assertThat(rollback().errorMessage()).isEqualTo("the device was deleted");
  }

  @Test
  void takesBackOnlyWhatHasCompleted() {
    Update released = released(rollout(false), TARGET);
    assertThat(rollBack()).isEqualTo(RollingBack.UNFINISHED);

    Update failed = moved(released, released.reported(report(UpdateStatus.FAILED), NOW));
    assertThat(failed.retrying()).isTrue();

    assertThat(rollBack()).isEqualTo(RollingBack.NEEDLESS);
    assertThat(find(UPDATE).settled()).isTrue();
    assertThat(campaign.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
    assertThat(rollbacks.find("acme", ROLLBACK)).isEmpty();
  }

  @Test
  void recordsWhatIsImpossibleOnce() {
    completed();
    firmware.earlier("1.0.0", FirmwareStatus.RECALLED);

    assertThat(rollBack()).isEqualTo(RollingBack.IMPOSSIBLE);
    assertThat(rollBack()).isEqualTo(RollingBack.IMPOSSIBLE);

    assertThat(rollback().status()).isEqualTo(RollbackStatus.FAILED);
    assertThat(rollback().success()).isFalse();
    assertThat(events(ROLLBACK)).containsExactly("rollback.initiated", "rollback.failed");
    assertThat(device().inbox()).isEmpty();
  }

  @Test
  void keepsTheDeviceForItsRollbackUntilTheLastRetry() {
    completed();
    rollBack();
    Update back = find(rollback().updateId());
    Update failed = moved(back, back.reported(report(UpdateStatus.FAILED), NOW));

    assertThat(rollback().status()).isEqualTo(RollbackStatus.IN_PROGRESS);
    assertThat(manual()).isEqualTo(Rollbacks.Begun.TAKEN);

    moved(failed, failed.lapsed("no more", NOW));

    assertThat(rollback().status()).isEqualTo(RollbackStatus.FAILED);
    assertThat(manual()).isEqualTo(Rollbacks.Begun.BEGUN);
  }

  private Rollbacks.Begun manual() {
    RollbackOrder order =
        new RollbackOrder(
            "acme",
            null,
            null,
            DEVICE,
            RollbackTrigger.MANUAL,
            "again",
            "2.0.0",
            "1.0.0",
            null,
            Duration.ofMinutes(60),
            "olivia");
    return new TakeBack(updates, rollbacks, firmware, clock)
        .begin(ORIGIN, order, firmware.find("acme", FakeClearances.idOf("1.0.0")).orElseThrow())
        .begun();
  }

  @Test
  void letsOneOfTwoRollbacksAtOnceBegin() throws Exception {
    completed();
    List<Rollbacks.Begun> ends = new ArrayList<>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Rollbacks.Begun> one = workers.submit(this::manual);
      Future<Rollbacks.Begun> other = workers.submit(this::manual);
      ends.add(one.get());
      ends.add(other.get());
    }

    assertThat(ends).containsExactlyInAnyOrder(Rollbacks.Begun.BEGUN, Rollbacks.Begun.TAKEN);
    assertThat(list(new RollbackFilter(null, null, null, null), 10, null).rollbacks()).hasSize(1);
  }

  @Test
  void findsARollbackBegunThatACrashHasLeftMarked() {
    Update released = released(rollout(false, RollbackTrigger.HEALTH_CHECK), TARGET);
    Update unwell = moved(released, released.reported(Samples.unhealthy(), NOW));
    DueRollback due = new DueRollback(updates, rollbacks, firmware, clock);
    new TakeBack(updates, rollbacks, firmware, clock)
        .carryOut(
            ORIGIN,
            RollbackOrder.against(unwell, RollbackTrigger.HEALTH_CHECK, "unwell", "system"));
    DynamoUpdateIndex index = new DynamoUpdateIndex(dynamo, tables);
    int part = unwell.assignment().shard() % 16;
    assertThat(index.due(part, NOW, 10)).hasSize(1);

    due.carryOut(ORIGIN, find(UPDATE));

    assertThat(index.due(part, NOW, 10)).isEmpty();
    assertThat(events(ROLLBACK)).containsExactly("rollback.initiated");
    assertThat(campaign.rollbackTally("acme", CAMPAIGN).total()).isEqualTo(1);
  }

  @Test
  void holdsASlotForARetryAndNoneForWhatIsInstalled() {
    Update released = released(rollout(true), TARGET);
    Update installed = moved(released, released.reported(Samples.installed(), NOW));
    assertThat(campaign.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0));

    Update failed = moved(installed, installed.reported(Samples.failed("E1"), NOW));
    assertThat(campaign.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1));

    campaign.cancel(rollout(true), TARGET, "campaign cancelled");
    assertThat(find(UPDATE).settled()).isTrue();
    assertThat(failed.retrying()).isTrue();
    assertThat(campaign.tally("acme", CAMPAIGN).retrying()).isZero();
    assertThat(events(UPDATE)).containsExactly("update.created", "update.started", "update.failed");
  }

  @Test
  void armsWhatHasInstalledOnce() {
    Update released = released(rollout(true), TARGET);
    moved(released, released.reported(Samples.installed(), NOW));
    Instant later = NOW.plus(Duration.ofHours(5));
    clock.set(later);

    campaign.arm(rollout(true), TARGET);
    clock.set(later.plusSeconds(60));
    campaign.arm(rollout(true), TARGET);

    assertThat(find(UPDATE).course().timeoutAt()).isEqualTo(later.plus(Duration.ofHours(1)));
    assertThat(find(UPDATE).course().dueAt()).isEqualTo(later.plus(Duration.ofHours(1)));
  }

  @Test
  void listsNewestFirstPageByPage() {
    for (int i = 10; i < 40; i++) {
      rollbacks.record(failed("rbk_00000000000000%d".formatted(i), "device-" + i % 3), ORIGIN);
    }
    RollbackFilter all = new RollbackFilter(null, null, null, null);
    List<String> ids = new ArrayList<>();
    String before = null;
    do {
      Rollbacks.Listing page = list(all, 7, before);
      page.rollbacks().forEach(r -> ids.add(r.rollbackId()));
      before = page.next();
    } while (before != null);

    assertThat(ids)
        .hasSize(30)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
    RollbackFilter one = new RollbackFilter("device-1", null, RollbackStatus.FAILED, null);
    assertThat(list(one, 50, null).rollbacks()).hasSize(10);
    assertThat(rollbacks.list("other", all, 50, null).rollbacks()).isEmpty();
  }

  private Rollbacks.Listing list(RollbackFilter filter, int limit, @Nullable String before) {
    return rollbacks.list("acme", filter, limit, before);
  }

  private static Rollback failed(String id, String deviceId) {
    return new Rollback(
        "acme",
        id,
        null,
        deviceId,
        RollbackTrigger.TIMEOUT,
        "why",
        "2.0.0",
        "1.0.0",
        RollbackStatus.FAILED,
        NOW,
        NOW,
        "no firmware",
        null);
  }

  @Test
  void costsNoMoreForRetriesTermsAndRollbacks() {
    Rollout rollout = rollout(true, RollbackTrigger.TIMEOUT, RollbackTrigger.HEALTH_CHECK);
    Update update = released(rollout, TARGET);
    Update begun = update.reported(report(UpdateStatus.IN_PROGRESS), NOW);
    assertThat(units(update, begun)).as("first report").isLessThanOrEqualTo(6);
    Update loading = begun.reported(report(UpdateStatus.DOWNLOADING), NOW);
    assertThat(units(begun, loading)).as("change of phase").isLessThanOrEqualTo(2);
    Update half = loading.reported(Samples.downloading(50), NOW);
    assertThat(units(loading, half)).as("progress").isLessThanOrEqualTo(2);
    Update failed = half.reported(Samples.failed("E1"), NOW);
    assertThat(units(half, failed)).as("failure").isLessThanOrEqualTo(12);
  }

  @Test
  void keepsAnUpdateWithAllItCanHaveUnderOneKilobyte() {
    Update update = released(rollout(true, RollbackTrigger.values()), TARGET);
    Update before = moved(update, update.reported(report(UpdateStatus.IN_PROGRESS), NOW));
    for (UpdateStatus phase : EnumSet.range(UpdateStatus.DOWNLOADING, UpdateStatus.REBOOTING)) {
      Update after = before.reported(report(phase), NOW);
      // Past downloading it is counted, and therefore a transaction.
      double allowed = phase == UpdateStatus.VERIFYING ? 4 : 1;
      assertThat(units(before, after)).as(phase.name()).isEqualTo(allowed);
      before = after;
    }
    assertThat(before.course().phases()).hasSize(7);
  }

  private double units(Update before, Update after) {
    database.consumed().reset();
    assertThat(updates.move(before, after, ORIGIN, null)).isEqualTo(Updates.Stored.MOVED);
    return database.consumed().writeUnits();
  }
}
