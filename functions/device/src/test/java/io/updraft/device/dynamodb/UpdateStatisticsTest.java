package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Validation;
import io.updraft.device.published.Durations;
import io.updraft.device.published.Ended;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.Priority;
import io.updraft.device.published.Tally;
import io.updraft.device.published.TallyName;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.events.Origin;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbServer.class)
class UpdateStatisticsTest {
  private static final String OTHER_FIRMWARE = "f".repeat(32);
  private static final TallyName NAME = new TallyName("acme", CAMPAIGN);
  private static final Tally COMPLETED = new Tally(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final DeviceStores stores;
  private final Tallies tallies;
  private final RecordedStatistics recorded;
  private final DynamoUpdateStatistics statistics;
  private final MutableClock clock = MutableClock.at(NOW);

  UpdateStatisticsTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.stores = new WiredStores(database).stores();
    DeviceTables tables = stores.tables();
    this.tallies = new Tallies(dynamo, tables.tallies());
    String table = database.table("StatisticsTable");
    this.recorded =
        new RecordedStatistics(dynamo, table, tallies, stores.firmware().clearances(), clock);
    this.statistics =
        DynamoUpdateStatistics.of(
            dynamo, table, tables.tallies(), stores.firmware().clearances(), clock);
  }

  @BeforeEach
  void oneFirmware() {
    database.clear();
    firmware(FIRMWARE, "gw-1", "2.0.0");
  }

  private void firmware(String firmwareId, String model, String version) {
    Map<String, AttributeValue> clearance =
        Item.build()
            .text("pk", "acme#" + firmwareId)
            .text("sk", "CLEARANCE")
            .text("organization", "acme")
            .text("firmware_id", firmwareId)
            .text("name", "gateway")
            .text("version", version)
            .text("device_model", model)
            .text("status", "available")
            .text("filename", "gateway.bin")
            .number("file_size", 1024)
            .text("checksum_md5", "0".repeat(32))
            .text("checksum_sha1", "0".repeat(40))
            .text("checksum_sha256", "0".repeat(64))
            .text("object_key", "firmware/acme/gateway.bin")
            .pairs("campaigns", Map.of())
            .attributes();
    database.client().putItem(r -> r.tableName(database.table("FirmwareTable")).item(clearance));
  }

  private static Assignment in(@Nullable String campaign, String firmwareId, int shard) {
    return new Assignment(
        "acme",
        "upd_" + shard,
        "d1",
        firmwareId,
        "2.0.0",
        campaign,
        shard,
        Priority.NORMAL,
        null,
        Duration.ofMinutes(60),
        3,
        Validation.DONE,
        NOW,
        "olivia",
        Terms.NONE);
  }

  private void count(int shard, Tally by, Durations took) {
    dynamo.write(tallies.moved(in(CAMPAIGN, FIRMWARE, shard), by, took));
  }

  private UpdateFigures organization() {
    return statistics.ofOrganization("acme").stream()
        .map(FirmwareUpdates::figures)
        .reduce(UpdateFigures.NONE, UpdateFigures::plus);
  }

  @Test
  void timesAnUpdateFromItsStartToItsCompletion() {
    stores.devices().seen("acme", Samples.DEVICE, NOW);
    Update waiting = new Update(in(CAMPAIGN, FIRMWARE, 3), Course.created(NOW)).scheduled(NOW);
    Update begun = waiting.reported(report(UpdateStatus.IN_PROGRESS), NOW);
    Update done = begun.reported(report(UpdateStatus.COMPLETED), NOW.plusSeconds(90));
    dynamo.write(Guarded.put(stores.tables().updates(), UpdateItems.toItem(begun)));

    assertThat(stores.updates().move(begun, done, Origin.of("acme"), null))
        .isEqualTo(Updates.Stored.MOVED);

    assertThat(tallies.read("acme", CAMPAIGN).durations())
        .isEqualTo(Durations.of(Duration.ofSeconds(90)));
  }

  @Test
  void showsACampaignAsItIs() {
    count(1, COMPLETED, Durations.of(Duration.ofSeconds(30)));
    count(30, COMPLETED, Durations.of(Duration.ofSeconds(90)));

    FirmwareUpdates campaign = statistics.ofCampaign("acme", CAMPAIGN);

    assertThat(campaign.figures().counts()).isEqualTo(new UpdateCounts(2, 0, 0, 2, 0, 0, 2));
    assertThat(campaign.figures().durations().mean()).contains(60.0);
    assertThat(campaign.bytesSent()).isEqualTo(2048);
    assertThat(statistics.ofCampaign("other", CAMPAIGN)).isEqualTo(FirmwareUpdates.NONE);
  }

  @Test
  void carriesEachChangeOnceHoweverOftenItIsTold() {
    count(1, COMPLETED, Durations.of(Duration.ofSeconds(30)));
    recorded.record(NAME);
    recorded.record(NAME);
    count(2, COMPLETED, Durations.of(Duration.ofSeconds(90)));
    recorded.record(NAME);
    recorded.record(NAME);

    assertThat(organization().counts()).isEqualTo(new UpdateCounts(2, 0, 0, 2, 0, 0, 2));
    assertThat(organization().durations()).isEqualTo(tallies.read("acme", CAMPAIGN).durations());
    assertThat(organization().lastDay().sum()).isEqualTo(new Ended(2, 0));
    assertThat(statistics.ofCampaign("acme", CAMPAIGN).figures().lastDay())
        .isEqualTo(organization().lastDay());
  }

  @Test
  void addsTheTalliesOfAFirmware() {
    count(1, COMPLETED, Durations.NONE);
    dynamo.write(tallies.moved(in(null, FIRMWARE, 4), COMPLETED, Durations.NONE));
    firmware(OTHER_FIRMWARE, "gw-2", "3.0.0");
    dynamo.write(tallies.moved(in("cmp_2", OTHER_FIRMWARE, 4), COMPLETED, Durations.NONE));

    recorded.record(NAME);
    recorded.record(new TallyName("acme", FIRMWARE));
    recorded.record(new TallyName("acme", "cmp_2"));

    assertThat(statistics.ofOrganization("acme"))
        .extracting(
            FirmwareUpdates::deviceModel,
            FirmwareUpdates::version,
            f -> f.figures().counts().completed())
        .containsExactlyInAnyOrder(tuple("gw-1", "2.0.0", 2L), tuple("gw-2", "3.0.0", 1L));
    assertThat(statistics.ofOrganization("other")).isEmpty();
  }

  @Test
  void losesAndDoublesNothingWhoeverTellsAtTheSameTime() throws Exception {
    int changes = 24;
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, changes)
              .mapToObj(
                  i ->
                      workers.submit(
                          () -> {
                            count(i, COMPLETED, Durations.of(Duration.ofSeconds(1 + i)));
                            tellUntilHeard();
                          }))
              .toList();
      for (var one : running) {
        one.get();
      }
    }

    assertThat(organization().counts().completed()).isEqualTo(changes);
    assertThat(organization().durations()).isEqualTo(tallies.read("acme", CAMPAIGN).durations());
    assertThat(organization().lastDay().sum()).isEqualTo(new Ended(changes, 0));
  }

  /** As the stream does: what could not be told comes again. */
  private void tellUntilHeard() {
    while (true) {
      try {
        recorded.record(NAME);
        return;
      } catch (DependencyUnavailable tooMany) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void isRightAfterACrashBetweenStatisticsAndFirmware() {
    count(1, COMPLETED, Durations.of(Duration.ofSeconds(30)));
    TallyFigures crashing =
        new TallyFigures(
            recorded,
            _ -> {
              throw new IllegalStateException("crash");
            });
    assertThatThrownBy(() -> crashing.tell(NAME)).hasMessage("crash");

    TallyFigures again = new TallyFigures(recorded, stores.firmware().figures());
    again.tell(NAME);

    assertThat(organization().counts().completed()).isEqualTo(1);
    assertThat(organization().lastDay().sum()).isEqualTo(new Ended(1, 0));
  }

  @Test
  void keepsAFailureInItsHourWhenItIsRetried() {
    count(1, new Tally(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0), Durations.NONE);
    recorded.record(NAME);
    clock.advance(Duration.ofHours(1));
    count(1, new Tally(0, 1, 0, 0, -1, 0, 1, 0, 1, 0, 0), Durations.NONE);
    recorded.record(NAME);

    assertThat(organization().counts()).isEqualTo(new UpdateCounts(1, 1, 0, 0, 0, 0, 0));
    assertThat(organization().lastDay().sum()).isEqualTo(new Ended(0, 1));
    clock.advance(Duration.ofHours(23));
    assertThat(organization().lastDay().sum()).isEqualTo(Ended.NONE);
  }

  @Test
  void costsAReportNoMoreThanSixUnits() {
    Durations everyBucket =
        IntStream.range(0, Durations.BUCKETS)
            .mapToObj(b -> Durations.of(Duration.ofMillis((long) (1001 * Math.pow(2, b / 2.0)))))
            .reduce(Durations.of(Duration.ZERO), Durations::plus);
    Tally many = new Tally(9999, 0, 0, 9999, 0, 0, 0, 9999, 0, 0, 0);
    TallyFigures figures = new TallyFigures(recorded, stores.firmware().figures());
    for (int hour = 0; hour < 24; hour++) {
      count(1, many, everyBucket);
      count(1, new Tally(999, 0, 0, 0, 999, 0, 0, 0, 0, 0, 0), everyBucket);
      figures.tell(NAME);
      clock.advance(Duration.ofHours(1));
    }
    database.consumed().reset();
    count(1, COMPLETED, Durations.of(Duration.ofMinutes(5)));
    assertThat(database.consumed().writeUnits()).as("the tally itself").isEqualTo(1);
    database.consumed().reset();

    figures.tell(NAME);

    assertThat(database.consumed().writeUnits()).isLessThanOrEqualTo(6);
  }

  @Test
  void readsAnOrganizationByItsFirmware() {
    List<String> ids = IntStream.range(0, 8).mapToObj("%032d"::formatted).toList();
    for (String id : ids) {
      firmware(id, "gw-1", "1.0." + id.charAt(31));
      dynamo.write(tallies.moved(in("cmp_" + id, id, 4), COMPLETED, Durations.NONE));
      recorded.record(new TallyName("acme", "cmp_" + id));
    }
    database.consumed().reset();

    assertThat(statistics.ofOrganization("acme")).hasSize(ids.size());
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(1);
  }
}
