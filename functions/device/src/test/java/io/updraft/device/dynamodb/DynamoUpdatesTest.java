package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.downloading;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.published.CampaignUpdates.Release;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.Priority;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoUpdatesTest {
  private static final Origin ORIGIN =
      new Origin(
          "acme",
          "6d0ff3a0-0c6e-4f0e-9d1b-d5e5c1b0a111",
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final String DEVICE = Samples.assignment("upd_x", null).deviceId();

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceTables tables;
  private final DynamoDevices devices;
  private final DynamoUpdates updates;
  private final DynamoCampaignUpdates campaignUpdates;
  private final MutableClock clock = MutableClock.at(NOW);

  DynamoUpdatesTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.tables = new WiredStores(database).stores().tables();
    this.devices = new DynamoDevices(dynamo, tables.devices());
    DeviceStores stores = DeviceStores.on(dynamo, tables, database.table("FirmwareTable"));
    this.updates = (DynamoUpdates) stores.updates();
    this.campaignUpdates =
        new DynamoCampaignUpdates(dynamo, tables, updates, stores.firmware().catalogue(), clock);
  }

  @BeforeEach
  void oneDevice() {
    database.clear();
    devices.seen("acme", DEVICE, NOW);
  }

  private static Rollout rollout(List<String> before) {
    return new Rollout(
        ORIGIN,
        CAMPAIGN,
        FIRMWARE,
        "2.0.0",
        Priority.HIGH,
        Duration.ofMinutes(60),
        3,
        before,
        List.of(),
        Set.of(),
        false,
        null,
        Discretion.NONE,
        "olivia");
  }

  private Update held(String updateId) {
    Target target = new Target(updateId, DEVICE, "1.0.0");
    assertThat(dynamo.commit(campaignUpdates.hold(rollout(List.of()), 7, List.of(target))))
        .isInstanceOf(Commit.Committed.class);
    return updates.find("acme", updateId).orElseThrow();
  }

  private Update released(String updateId) {
    held(updateId);
    assertThat(campaignUpdates.release(rollout(List.of()), new Target(updateId, DEVICE, null)))
        .isEqualTo(Release.RELEASED);
    return updates.find("acme", updateId).orElseThrow();
  }

  private Update moved(Update before, Update after) {
    assertThat(updates.move(before, after, ORIGIN, null)).isEqualTo(Updates.Stored.MOVED);
    return updates.find("acme", before.id()).orElseThrow();
  }

  private Device device() {
    return devices.find("acme", DEVICE).orElseThrow();
  }

  private List<String> events(String entity) {
    return dynamo
        .query(PartitionQuery.of(tables.outbox(), "pk = :pk", v -> v.text(":pk", "acme#" + entity)))
        .items()
        .stream()
        .map(
            i -> i.text("sk") + " " + i.text("event").replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  @Test
  void keepsAnUpdateAsItIs() {
    Update update = released("upd_1");
    Update far = update.reported(downloading(12.34), NOW.plusSeconds(9));

    assertThat(moved(update, far)).isEqualTo(far);
  }

  @Test
  void holdsADeviceForOneUpdateToAFirmware() {
    held("upd_1");

    Commit second =
        dynamo.commit(
            campaignUpdates.hold(
                rollout(List.of()), 8, List.of(new Target("upd_2", DEVICE, null))));

    assertThat(second)
        .isInstanceOfSatisfying(
            Commit.Refused.class, r -> assertThat(r.parts()).containsExactly("target " + DEVICE));
    assertThat(updates.find("acme", "upd_2")).isEmpty();
    assertThat(campaignUpdates.tally("acme", CAMPAIGN).total()).isEqualTo(1);
  }

  @Test
  void showsTheDeviceNothingBeforeTheRelease() {
    held("upd_1");
    assertThat(device().due()).isEmpty();

    campaignUpdates.release(rollout(List.of()), new Target("upd_1", DEVICE, null));

    assertThat(device().due()).extracting(Device.Note::updateId).containsExactly("upd_1");
    assertThat(campaignUpdates.release(rollout(List.of()), new Target("upd_1", DEVICE, null)))
        .isEqualTo(Release.ALREADY);
    assertThat(campaignUpdates.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0));
  }

  @Test
  void bringsTheCommandsWithTheRelease() {
    Target target = new Target("upd_1", DEVICE, null);
    dynamo.commit(campaignUpdates.hold(rollout(List.of("stop app")), 7, List.of(target)));
    campaignUpdates.release(rollout(List.of("stop app")), target);

    Updates.Glance glance = updates.glance("acme", "upd_1").orElseThrow();

    assertThat(glance.commands()).isEqualTo(new Commands(List.of("stop app"), List.of()));
    assertThat(glance.update().status()).isEqualTo(UpdateStatus.SCHEDULED);
  }

  @Test
  void tellsStartAndEndInOrder() {
    Update update = released("upd_1");
    Update begun = moved(update, update.reported(report(UpdateStatus.IN_PROGRESS), NOW));
    Update loading = moved(begun, begun.reported(report(UpdateStatus.DOWNLOADING), NOW));
    moved(loading, loading.reported(report(UpdateStatus.COMPLETED), NOW));

    assertThat(events("upd_1"))
        .containsExactly(
            "000000000001 update.created",
            "000000000002 update.started",
            "000000000003 update.completed");
  }

  @Test
  void freesTheDeviceAtTheEndAndNotesItsVersion() {
    Update update = released("upd_1");
    moved(update, update.reported(report(UpdateStatus.COMPLETED), NOW));

    assertThat(device().inbox()).isEmpty();
    assertThat(device().firmwareVersion()).isEqualTo(Version.of("2.0.0"));
    assertThat(device().outcomes()).isEqualTo(new Device.Outcomes(1, 1, 0));
    assertThat(campaignUpdates.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void takesTheDeviceAgainForARetry() {
    Update update = released("upd_1");
    Update failed = moved(update, update.reported(report(UpdateStatus.FAILED), NOW));
    Update again = moved(failed, failed.retried(NOW));

    assertThat(again.course().retryCount()).isEqualTo(1);
    assertThat(device().due()).extracting(Device.Note::updateId).containsExactly("upd_1");
    assertThat(device().outcomes()).isEqualTo(new Device.Outcomes(1, 0, 0));
    assertThat(events("upd_1")).last().isEqualTo("000000000003 update.retried");
  }

  @Test
  void refusesARetryWhereAnotherUpdateHoldsTheDevice() {
    Update update = released("upd_1");
    Update failed = moved(update, update.reported(report(UpdateStatus.FAILED), NOW));
    released("upd_2");

    assertThat(updates.move(failed, failed.retried(NOW), ORIGIN, null))
        .isEqualTo(Updates.Stored.TAKEN);
  }

  @Test
  void letsOneOfTwoMovesWin() {
    Update update = released("upd_1");
    moved(update, update.reported(report(UpdateStatus.COMPLETED), NOW));

    assertThat(updates.move(update, update.cancelled("late", NOW), ORIGIN, null))
        .isEqualTo(Updates.Stored.OVERTAKEN);
    assertThat(events("upd_1")).hasSize(2);
  }

  @Test
  void endsEvenWhereTheDeviceIsGone() {
    Update update = released("upd_1");
    database
        .client()
        .deleteItem(
            r -> r.tableName(tables.devices()).key(DeviceItems.key("acme", DEVICE).attributes()));

    Update ended = moved(update, update.cancelled("device deleted", NOW));

    assertThat(ended.status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(campaignUpdates.tally("acme", CAMPAIGN).cancelled()).isEqualTo(1);
  }

  @Test
  void cancelsForACampaignOnceOnly() {
    released("upd_1");
    Target target = new Target("upd_1", DEVICE, null);

    campaignUpdates.cancel(rollout(List.of()), target, "campaign cancelled");
    campaignUpdates.cancel(rollout(List.of()), target, "campaign cancelled");

    assertThat(events("upd_1")).hasSize(2).last().isEqualTo("000000000002 update.cancelled");
    assertThat(campaignUpdates.release(rollout(List.of()), target)).isEqualTo(Release.ENDED);
  }

  @Test
  void createsASingleUpdateOnce() {
    Update single = Samples.single();

    assertThat(updates.create(single, Commands.NONE, ORIGIN, false))
        .isEqualTo(Updates.Creation.CREATED);
    assertThat(updates.create(Samples.single(), Commands.NONE, ORIGIN, false))
        .isEqualTo(Updates.Creation.TAKEN);
    assertThat(updates.find("acme", single.id())).contains(single);
    assertThat(device().due()).hasSize(1);
  }

  @Test
  void refusesASingleUpdateToFirmwareThatIsNotThere() {
    assertThat(updates.create(Samples.single(), Commands.NONE, ORIGIN, true))
        .isEqualTo(Updates.Creation.FIRMWARE_GONE);
    assertThat(device().inbox()).isEmpty();
  }

  @Test
  void showsAHistoryNewestFirstPageByPage() {
    for (int i = 1; i <= 3; i++) {
      Update update = released("upd_" + i);
      moved(update, update.reported(report(UpdateStatus.COMPLETED), NOW));
    }

    Updates.History first = updates.ofDevice("acme", DEVICE, 2, null);
    Updates.History second = updates.ofDevice("acme", DEVICE, 2, first.next());

    assertThat(first.updates()).extracting(Update::id).containsExactly("upd_3", "upd_2");
    assertThat(second.updates()).extracting(Update::id).containsExactly("upd_1");
    assertThat(updates.ofDevice("other", DEVICE, 2, null).updates()).isEmpty();
  }

  @Test
  void findsWhatIsDueAndWhatIsOutsideCampaigns() {
    DynamoUpdateIndex index = new DynamoUpdateIndex(dynamo, tables);
    updates.create(Samples.single(), Commands.NONE, ORIGIN, false);
    UpdateRef ref = new UpdateRef("acme", Samples.single().id());
    Instant due = NOW.plus(Duration.ofMinutes(60));

    assertThat(index.due(7, due.minusMillis(1), 10)).isEmpty();
    assertThat(index.due(7, due, 10)).containsExactly(ref);
    assertThat(index.unfinishedSingles("acme", FIRMWARE, null).updates()).containsExactly(ref);

    moved(Samples.single(), Samples.single().cancelled("no", NOW));

    assertThat(index.due(7, due, 10)).isEmpty();
    assertThat(index.unfinishedSingles("acme", FIRMWARE, null).updates()).isEmpty();
  }

  @Test
  void countsExactlyWhoeverReportsAtTheSameTime() throws Exception {
    Update update = released("upd_1");
    UpdateMoves moves = new UpdateMoves(updates);

    try (var workers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.rangeClosed(1, 8)
              .mapToObj(
                  i ->
                      workers.submit(
                          () ->
                              moves.applyTo(
                                  update,
                                  ORIGIN,
                                  null,
                                  u -> u.reported(report(UpdateStatus.COMPLETED), NOW))))
              .toList();
      for (var one : running) {
        one.get();
      }
    }

    assertThat(campaignUpdates.tally("acme", CAMPAIGN))
        .isEqualTo(new Tally(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0));
    assertThat(events("upd_1")).hasSize(2);
  }

  @Test
  void costsWhatTheDesignAllows() {
    Update update = released("upd_1");

    Update begun = update.reported(report(UpdateStatus.IN_PROGRESS), NOW);
    assertThat(units(update, begun)).as("first report").isLessThanOrEqualTo(6);
    Update loading = begun.reported(report(UpdateStatus.DOWNLOADING), NOW);
    assertThat(units(begun, loading)).as("change of phase").isLessThanOrEqualTo(2);
    Update half = loading.reported(downloading(50), NOW);
    assertThat(units(loading, half)).as("progress within a phase").isLessThanOrEqualTo(2);
    Update verifying = half.reported(report(UpdateStatus.VERIFYING), NOW);
    assertThat(units(half, verifying)).as("past downloading").isLessThanOrEqualTo(6);
    Update done = verifying.reported(report(UpdateStatus.COMPLETED), NOW);
    assertThat(units(verifying, done)).as("end").isLessThanOrEqualTo(12);
  }

  private double units(Update before, Update after) {
    database.consumed().reset();
    assertThat(updates.move(before, after, ORIGIN, null)).isEqualTo(Updates.Stored.MOVED);
    return database.consumed().writeUnits();
  }

  @Test
  void knowsNothingOfOtherOrganizations() {
    released("upd_1");

    assertThat(updates.find("other", "upd_1")).isEqualTo(Optional.empty());
    assertThat(updates.glance("other", "upd_1")).isEqualTo(Optional.empty());
    assertThat(campaignUpdates.tally("other", CAMPAIGN)).isEqualTo(Tally.NONE);
  }
}
